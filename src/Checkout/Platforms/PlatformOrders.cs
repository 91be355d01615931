using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Platforms;

/// <summary>Brings an order to the shop's platform, once: what was pushed keeps the id that the platform gave.</summary>
public sealed class PlatformOrders(IPlatformConnector connector, IWakeUps wakeUps, PromptWakeUps prompt, TimeProvider time)
{
    /// <summary>Time for the commit that says in which parts the platform has the order.</summary>
    private static readonly TimeSpan Head = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The order with its platform id, in the session and not yet committed. An order that is split is pushed in its parts,
    /// under the platform id of the first; the timeline names the others.
    /// </summary>
    public async Task<Result<Order>> Send(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (session.Order.PlatformOrderId is not null)
            return session.Order;
        // Another system hears of nothing that is not written; without one the push is a number, which the next commit keeps.
        if (shop.PlatformConnector.Url is not null && !await session.Commit(cancellation))
            return Problem.Locked();
        string? first = null;
        var parts = SplitOrders.Split(session.Order);
        session.Order = session.Order with { SplitInto = [] };
        foreach (var part in parts)
        {
            var pushed = await connector.Push(PlatformView.Of(part), shop, cancellation);
            if (!pushed.Succeeded)
                return pushed.Cast<Order>();
            if (first is null)
                first = pushed.Value;
            else
                session.Order = session.Order with
                {
                    SplitInto = session.Order.SplitInto.Add(new SplitPart(part.PublicOrderId, pushed.Value)),
                };
            session.Order = session.Order.Record("order.sent_to_platform", new Occasion(time.GetUtcNow(), actor), detail: pushed.Value);
        }

        session.Order = session.Order with { PlatformOrderId = first };
        if (OpenSplit.IsAhead(session.Order))
        {
            var wakeUp = WakeUp.Of(session.Order, WakeUpKinds.OrderParts, time.GetUtcNow() + Head);
            await wakeUps.Set(wakeUp, cancellation);

            // It takes its turn after this work, whose commit it needs.
            prompt.Take(wakeUp);
        }

        return session.Order;
    }
}
