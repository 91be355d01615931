using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// One command of a Create Order (docs/contract/create-order.md#commands): an idempotent step that
/// leaves its result in the session. A refusal is the command's failure (422); locked and upstream are not, they are
/// tried again.
/// </summary>
public interface ICreateOrderCommand
{
    string Name { get; }

    /// <summary>Its preconditions; each problem names the missing field.</summary>
    ImmutableArray<Problem> Check(Order order);

    Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation);
}
