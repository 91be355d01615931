using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Platforms;

/// <summary>Brings an order to the shop's platform, once: what was pushed keeps the id that the platform gave.</summary>
public sealed class PlatformOrders(IPlatformConnector connector, TimeProvider time)
{
    /// <summary>The order with its platform id, in the session and not yet committed.</summary>
    public async Task<Result<Order>> Send(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (session.Order.PlatformOrderId is not null)
            return session.Order;
        if (!await session.Commit(cancellation))
            return Problem.Locked();
        var pushed = await connector.Push(session.Order, shop, cancellation);
        if (!pushed.Succeeded)
            return pushed.Cast<Order>();
        session.Order = (session.Order with { PlatformOrderId = pushed.Value })
            .Record("order.sent_to_platform", new Occasion(time.GetUtcNow(), actor), detail: pushed.Value);
        return session.Order;
    }
}
