using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>Writes an alert onto its payment, and tells the timeline when it is new or says something else than before.</summary>
public static class RecordAlert
{
    /// <summary>As many as the state document is to hold; a payment hardly ever has two.</summary>
    private const int Most = 20;

    /// <summary>The order as it was when the alert says nothing new, or is about no payment of it.</summary>
    public static Order Decide(Order order, string paymentId, PaymentAlert alert, Occasion occasion)
    {
        if (order.Payment(paymentId) is not { } payment)
            return order;
        var known = payment.Alerts.FirstOrDefault(a => a.Reference == alert.Reference);
        if (known == alert || (known is null && payment.Alerts.Length >= Most))
            return order;
        var alerts = known is null ? payment.Alerts.Add(alert) : payment.Alerts.Replace(known, alert);
        var detail = alert.Reason.Length > 0 ? $"{alert.Status}, {alert.Reason}" : alert.Status;
        return order
            .With(payment with { Alerts = alerts })
            .Record($"payment.{alert.Kind}", occasion, alert.Amount, payment.Id, alert.Reference, detail);
    }
}
