using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.CreateOrder;

/// <summary>Checks the order and makes it final.</summary>
public sealed class ProcessCreatedOrder(ProcessOrder process) : ICreateOrderCommand
{
    public string Name => "process_order";

    public ImmutableArray<Problem> Check(Order order) =>
        [.. Missing.EmailAddress(order), .. Missing.ShippingAddress(order), .. Missing.ShippingLine(order)];

    public Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation) =>
        process.Run(run.Session, run.Shop, CommandRun.Actor, cancellation);
}
