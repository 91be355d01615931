using Checkout.Journeys.Reserving;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Journeys.Settling;

/// <summary>
/// What follows from moved money: stock goes back when an order is canceled or refunded in full, returned lines are
/// restocked, the shopper is told of a refund. Each step is read off the order's state, so it can be done again.
/// </summary>
public sealed class AfterMoneyMoved(TakeStock stock, FinalizeDiscounts discounts, TimeProvider time)
{
    /// <summary>The units are owed from the caller's commit on, and go back after it (<see cref="GiveBack"/>).</summary>
    public async Task PutBack(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        // While it is being processed nobody knows which units are taken already; whoever processes it goes on.
        if (!session.Order.StockTaken || session.Order.Status is OrderStatus.Processing)
            return;
        if (session.Order.Status is not OrderStatus.Canceled && !IsRefunded(session.Order))
            return;

        // A code was used for the order as a whole, of which other parts may go on.
        if (session.Order is { Status: OrderStatus.Canceled, SplitFrom: null })
            await discounts.Release(session.Order, shop, cancellation);
        session.Order = TakeStock.Owe(session.Order, areAllTaken: true).Record("order.restocked", Now(actor));
    }

    /// <summary>Puts units back that the order owes, once that is committed; the order as it is when it owes nothing any more.</summary>
    public Task<Order> GiveBack(Order order, CancellationToken cancellation) => stock.GiveBack(order, cancellation);

    /// <summary>What refunds owe besides the money, then <see cref="PutBack"/>.</summary>
    public async Task Settle(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        foreach (var refund in session.Order.OpenRefunds)
            await FollowUp(session, refund, cancellation);
        await PutBack(session, shop, actor, cancellation);
    }

    private async Task FollowUp(OrderSession session, OpenRefund refund, CancellationToken cancellation)
    {
        var movements = session.Order.Payments.SelectMany(p => p.Transactions).Where(t => t.OperationId == refund.OperationId).ToList();
        if (movements.Exists(t => t.Status is TransactionStatus.Pending) || session.Order.Status is OrderStatus.Processing)
            return;
        var refunded = movements.Where(t => t.Status is TransactionStatus.Succeeded).Sum(t => t.Amount);
        if (refunded > 0)
            await Restock(session, refund, cancellation);
        if (refunded > 0 && refund.NotifyByEmail && session.Order.Customer is { IsReachable: true })
            session.Order = AskForLetter.Decide(session.Order, Letter(refund, refunded), Now(refund.Actor));

        session.Order = session.Order with { OpenRefunds = session.Order.OpenRefunds.Remove(refund) };
    }

    private static Letter Letter(OpenRefund refund, long refunded) =>
        new(LetterKind.Refunded)
        {
            Amount = refunded,
            Lines = [.. refund.Returned.Select(line => new LetterLine(line.LineItemKey, line.Quantity))],
        };

    private async Task Restock(OrderSession session, OpenRefund refund, CancellationToken cancellation)
    {
        foreach (var (key, asked) in session.Order.StockTaken ? refund.Returned : [])
        {
            var index = session.Order.LineItems.ToList().FindIndex(l => l.Key == key);
            if (index < 0)
                continue;
            var line = session.Order.LineItems[index];
            var quantity = Math.Min(asked, line.Quantity - line.RestockedQuantity);
            if (quantity <= 0)
                continue;
            await stock.Return(session.Order, line, quantity, refund.OperationId, cancellation);
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
