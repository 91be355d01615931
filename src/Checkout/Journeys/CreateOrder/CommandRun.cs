using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <param name="Entry">The command as the journal holds it.</param>
public sealed record CommandRun(OrderSession Session, Shop Shop, JournalCommand Entry)
{
    public const string Actor = "create_order";

    /// <summary>What plugins answered to this call before, so that a try that was lost to another writer asks nobody again.</summary>
    public HeardPlugins Plugins { get; init; } = new();

    /// <summary>
    /// Names the money operation of this try, the same however often the try is resumed: a try after a failure, or after
    /// another request changed what is left to do, is a new one to the gateway.
    /// </summary>
    public string OperationId { get; } =
        Session.Order.Journal is { Amendments: > 0 and var amendments }
            ? $"create-order-{Entry.Key}-{Entry.Failures}-{amendments}"
            : $"create-order-{Entry.Key}-{Entry.Failures}";
}
