using System.Collections.Immutable;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <param name="Key">The command's key in the journal.</param>
/// <param name="Failures">How often it failed before: a new try is a new one to the gateway.</param>
public sealed record CommandRun(OrderSession Session, Shop Shop, string Key, int Failures)
{
    public const string Actor = "create_order";

    /// <summary>Names the money operation of this try, the same however often the try is resumed.</summary>
    public string OperationId => $"create-order-{Key}-{Failures}";
}
