using Checkout.Discounts;
using Checkout.Emails;
using Checkout.Inventory;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Payments;

/// <summary>
/// What follows from moved money: stock goes back when an order is canceled or refunded in full, returned lines are
/// restocked, the shopper is told of a refund. Each step is read off the order's state, so it can be done again.
/// </summary>
public sealed class AfterMoneyMoved(TakeStock stock, FinalizeDiscounts discounts, IEmails emails, TimeProvider time)
{
    /// <summary>Also what the reconcile step does for an order that a crash left in between.</summary>
    public async Task PutBack(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (!session.Order.StockTaken || !(session.Order.Status is OrderStatus.Canceled || IsRefunded(session.Order)))
            return;
        await stock.PutBack(session.Order, cancellation);
        if (session.Order.Status is OrderStatus.Canceled)
            await discounts.Release(session.Order, shop, cancellation);
        session.Order = (session.Order with { StockTaken = false }).Record("order.restocked", Now(actor));
    }

    public async Task Settle(OrderSession session, Shop shop, MoneyRequest request, MoneyOperation operation, CancellationToken cancellation)
    {
        var refunded = operation.Kind is MoneyOperationKind.Refund
            ? operation.Movements(session.Order).Where(m => m.Transaction.Status is TransactionStatus.Succeeded).Sum(m => m.Transaction.Amount)
            : 0;
        if (refunded > 0)
            await Restock(session, request, operation, cancellation);
        await PutBack(session, shop, request.Actor, cancellation);
        if (refunded > 0 && request.NotifyByEmail && session.Order.Customer is { EmailAddress.Length: > 0 })
        {
            var sent = await emails.SendRefundNotice(session.Order, shop, refunded, operation.Id, cancellation);
            session.Order = session.Order.Record(sent ? "refund.notice_sent" : "refund.notice_failed", Now(request.Actor), refunded);
        }
    }

    private async Task Restock(OrderSession session, MoneyRequest request, MoneyOperation operation, CancellationToken cancellation)
    {
        foreach (var (key, asked) in session.Order.StockTaken ? request.Returned : [])
        {
            var index = session.Order.LineItems.ToList().FindIndex(l => l.Key == key);
            if (index < 0)
                continue;
            var line = session.Order.LineItems[index];
            var quantity = Math.Min(asked, line.Quantity - line.RestockedQuantity);
            if (quantity <= 0)
                continue;
            await stock.Return(session.Order, line, quantity, operation.Id, cancellation);
            session.Order = session.Order with
            {
                LineItems = session.Order.LineItems.SetItem(index, line with { RestockedQuantity = line.RestockedQuantity + quantity }),
            };
        }
    }

    private static bool IsRefunded(Order order) =>
        order.Payments.Sum(p => p.Captured) is > 0 and var captured && order.Payments.Sum(p => p.Refunded) >= captured;

    private Occasion Now(string actor) => new(time.GetUtcNow(), actor);
}
