using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.CreateOrder;

/// <summary>
/// One command of a Create Order (reference/create-order-guide.txt, Order creation commands): an idempotent step that
/// leaves its result in the session. A refusal is the command's failure (422); locked and upstream are not, they are
/// tried again.
/// </summary>
public interface ICreateOrderCommand
{
    string Name { get; }

    /// <summary>The guide's preconditions; each problem names the missing field.</summary>
    ImmutableArray<Problem> Check(Order order);

    Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation);
}

/// <param name="Key">The command's key in the journal.</param>
/// <param name="Failures">How often it failed before: a new try is a new one to the gateway.</param>
public sealed record CommandRun(OrderSession Session, Shop Shop, string Key, int Failures)
{
    public const string Actor = "create_order";

    /// <summary>Names the money operation of this try, the same however often the try is resumed.</summary>
    public string OperationId => $"create-order-{Key}-{Failures}";
}
