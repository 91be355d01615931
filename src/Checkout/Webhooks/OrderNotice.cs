using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>Something about an order that subscribers are told.</summary>
/// <param name="Topic">One of <see cref="WebhookTopic"/>.</param>
/// <param name="Payment">The payment it is about, where it is about one.</param>
public sealed record OrderNotice(string Topic, Payment? Payment = null, PaymentTransaction? Transaction = null)
{
    /// <summary>What the gateway says against the payment, where it is about that.</summary>
    public PaymentAlert? Alert { get; init; }

    /// <summary>The order does not exist, and the message says so.</summary>
    public bool IsTest { get; init; }

    /// <summary>Units that left now, where it is about that.</summary>
    public ImmutableArray<FulfilledLine> Fulfilled { get; init; } = [];

    /// <summary>The orders that the platform got, where it is about a split.</summary>
    public ImmutableArray<Order> Parts { get; init; } = [];

    /// <summary>What the step from one committed state to the next is worth telling, in the order in which it happened.</summary>
    /// <param name="previous">Null when the order is new.</param>
    public static ImmutableArray<OrderNotice> Between(Order? previous, Order next)
    {
        var notices = ImmutableArray.CreateBuilder<OrderNotice>();
        if (Became(previous, next, order => order.AbandonedAt is not null))
            notices.Add(new(WebhookTopic.CheckoutAbandoned));

        // The money of a part was told of with the order that it was placed as.
        if (previous is not null || next.SplitFrom is null)
            notices.AddRange(next.Payments.SelectMany(payment => OfPayment(previous?.Payment(payment.Id), payment)));
        notices.AddRange(OfPlacing(previous, next));
        if (FulfilledLine.Between(previous, next) is { IsEmpty: false } fulfilled)
            notices.Add(new(WebhookTopic.OrderFulfilled) { Fulfilled = fulfilled });
        if (Became(previous, next, order => order.PaymentDueAt is not null))
            notices.Add(new(WebhookTopic.OrderPaymentDue));
        if (Became(previous, next, IsCanceled))
            notices.Add(new(WebhookTopic.OrderCancelled));
        if (previous is not null && PlacedOrderChange.IsOne(previous, next))
            notices.Add(new(WebhookTopic.OrderUpdated));
        return notices.ToImmutable();
    }

    private static IEnumerable<OrderNotice> OfPayment(Payment? before, Payment payment)
    {
        foreach (var transaction in payment.Transactions.Where(t => IsNews(t, before)))
        foreach (var topic in TopicsOf(transaction))
            yield return new OrderNotice(topic, payment, transaction);
        foreach (var alert in payment.Alerts.Where(alert => before?.Alerts.Contains(alert) is not true))
            yield return new OrderNotice(WebhookTopic.PaymentDisputed, payment) { Alert = alert };
    }

    private static IEnumerable<OrderNotice> OfPlacing(Order? previous, Order next)
    {
        if (Became(previous, next, order => order.Status is OrderStatus.Processed))
            yield return new OrderNotice(WebhookTopic.OrderProcessed);
        if (!Became(previous, next, order => order.PlatformOrderId is not null))
            yield break;
        yield return new OrderNotice(WebhookTopic.OrderCreated);
        if (SplitOrders.Split(next) is { Length: > 1 } parts)
            yield return new OrderNotice(WebhookTopic.OrderSplit) { Parts = parts };
    }

    private static bool Became(Order? previous, Order next, Func<Order, bool> holds) =>
        holds(next) && (previous is null || !holds(previous));

    private static bool IsNews(PaymentTransaction transaction, Payment? before) =>
        before?.Transactions.FirstOrDefault(t => t.Id == transaction.Id)?.Status != transaction.Status;

    private static ImmutableArray<string> TopicsOf(PaymentTransaction transaction) =>
        (transaction.Kind, transaction.Status) switch
        {
            (TransactionKind.Capture, TransactionStatus.Succeeded) => [WebhookTopic.PaymentCaptured],
            (TransactionKind.Refund, TransactionStatus.Pending) => [WebhookTopic.RefundCreated],
            (TransactionKind.Refund, TransactionStatus.Succeeded) => [WebhookTopic.OrderRefunded, WebhookTopic.RefundCompleted],
            (TransactionKind.Refund, TransactionStatus.Failed) => [WebhookTopic.RefundFailed],
            (TransactionKind.Authorize or TransactionKind.Capture, TransactionStatus.Failed) => [WebhookTopic.PaymentFailed],
            _ => [],
        };

    /// <summary>With its holds released or known not to be: what subscribers are shown is how the order ended.</summary>
    private static bool IsCanceled(Order order) =>
        order.Status is OrderStatus.Canceled
        && !order
            .Payments.SelectMany(p => p.Transactions)
            .Any(t => t is { Kind: TransactionKind.Void, Status: TransactionStatus.Pending } && t.CreatedAt == order.CanceledAt);
}
