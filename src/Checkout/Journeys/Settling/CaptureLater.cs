using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Settling;

/// <summary>
/// Charges an order some time after it was processed. A timer that comes early waits on, one that comes twice or after a
/// manual capture or a cancel finds nothing to do; a refused capture is tried again for 24 hours, then the order's
/// timeline says payment.failed.
/// </summary>
public sealed class CaptureLater(OrderRun run, PaymentProcessor processor, MoneyWatch watch, TimeProvider time) : IWakeUpHandler
{
    public const string Actor = "timer";
    public static readonly TimeSpan KeepTrying = TimeSpan.FromHours(24);

    public string Kind => WakeUpKinds.DelayedCapture;

    /// <summary>When the order is to be charged; null when nobody but the merchant does.</summary>
    public static DateTimeOffset? DueAt(Order order, Shop shop) =>
        (order.Capture ?? shop.Checkout.Capture) is { Mode: CaptureMode.Delayed } settings
        && order.ProcessedAt is { } processed
        && !order.Plugins.CaptureDelayed
            ? processed.AddHours(settings.DelayHours)
            : null;

    public Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation) =>
        run.Run(wakeUp, (session, shop, token) => Capture(session, shop, wakeUp, token), () => Later(wakeUp), cancellation);

    private async Task<DateTimeOffset?> Capture(OrderSession session, Shop shop, WakeUp wakeUp, CancellationToken cancellation)
    {
        if (DueAt(session.Order, shop) is not { } due || session.Order.Status is not OrderStatus.Processed)
            return null;
        if (CapturePayments.Outstanding(session.Order) > 0 && time.GetUtcNow() < due)
            return due;

        // The timer and the sweep may both come: what one of them has tried to its end, and told, is not tried by the other.
        var operation = new MoneyOperation($"delayed-capture-{wakeUp.Attempt}", MoneyOperationKind.Capture) { Reauthorize = true };
        var tried = operation.Movements(session.Order).Select(m => m.Transaction).ToList();
        if (tried.Count > 0 && tried.TrueForAll(t => t.Status is not TransactionStatus.Pending))
            return CapturePayments.Outstanding(session.Order) == 0 || IsGivenUp(session.Order, operation, due)
                ? await Done(session.Order, cancellation)
                : Later(wakeUp);

        // An earlier try may have been cut off between the gateway's answer and its commit: that is asked for again first.
        if (!await processor.SettlePending(session, shop, Actor, cancellation))
            return Later(wakeUp);
        if (CapturePayments.Outstanding(session.Order) == 0)
            return await Done(session.Order, cancellation);

        var ran = await processor.Run(session, shop, operation, Actor, answer: null, cancellation);
        if (session.Order.Payments.Any(p => p.HasPending))
        {
            // The gateway did not answer: that is no refusal, whatever the time.
            await session.Commit(cancellation);
            return Later(wakeUp);
        }

        if (ran.Succeeded && !CapturePayments.Refused(session.Order, operation).Any())
            return await Done(session.Order, cancellation);
        if (!IsGivenUp(session.Order, operation, due))
            return Later(wakeUp);
        session.Order = session.Order.Record(
            "payment.failed",
            new Occasion(time.GetUtcNow(), Actor),
            CapturePayments.Outstanding(session.Order),
            detail: "The delayed capture was refused for 24 hours."
        );
        return await Done(session.Order, cancellation);
    }

    /// <summary>What the order does not need any more and was not released by the way is left to the reconcile step.</summary>
    private async Task<DateTimeOffset?> Done(Order order, CancellationToken cancellation)
    {
        if (OpenMoney.IsToBeGivenBack(order))
            await watch.Begin(order, cancellation);
        return null;
    }

    /// <summary>Its last try was made when it had been refused for as long as it is tried.</summary>
    private bool IsGivenUp(Order order, MoneyOperation operation, DateTimeOffset due) =>
        (operation.Movements(order).Max(m => m.Transaction.SettledAt) ?? time.GetUtcNow()) >= due + KeepTrying;

    private DateTimeOffset Later(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4));
}
