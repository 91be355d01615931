using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Platforms;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Pushes the order to the shop's platform and keeps the id that it gives.</summary>
public sealed class SendToPlatform(PlatformOrders platform) : ICreateOrderCommand
{
    public string Name => "send_to_platform";

    public ImmutableArray<Problem> Check(Order order) =>
        [
            .. Missing.EmailAddress(order),
            .. Missing.ShippingAddress(order),
            .. Missing.ShippingLine(order),
            .. Missing.Items(order),
            .. Missing.PartsOfAddresses(order),
        ];

    public Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation) =>
        platform.Send(run.Session, run.Shop, CommandRun.Actor, cancellation);
}
