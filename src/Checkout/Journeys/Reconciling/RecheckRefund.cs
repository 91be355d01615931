using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Journeys.Reconciling;

/// <summary>
/// A gateway may take a refund and find days later that it cannot pay it out (https://docs.stripe.com/refunds#failed-refunds):
/// then the money is with the merchant again, and the order says so and can be refunded again. The gateway is asked what
/// became of the refund; its notice alone is not believed.
/// </summary>
public sealed class RecheckRefund(OrderRun run, GatewayCalls gateways, TimeProvider time)
{
    public const string Actor = "gateway";

    /// <summary>The refund that the notice is about, if the order counts it as paid out.</summary>
    public static PaymentTransaction? Meant(Payment payment, GatewayNotice notice) =>
        payment.Transactions.FirstOrDefault(t =>
            t is { Kind: TransactionKind.Refund, Status: TransactionStatus.Succeeded } && t.GatewayReference == notice.Reference
        );

    /// <summary>
    /// True when the refund turned out to have failed. Refused (locked, upstream): another writer was faster, or the gateway
    /// does not answer; the notice is to come again.
    /// </summary>
    public Task<Result<bool>> Run(Shop shop, GatewayNotice notice, CancellationToken cancellation) =>
        run.Run<bool>(
            shop.Identifier,
            notice.PublicOrderId,
            (session, current, token) => Recheck(session, current, notice, token),
            cancellation
        );

    private async Task<Result<bool>> Recheck(OrderSession session, Shop shop, GatewayNotice notice, CancellationToken cancellation)
    {
        if (session.Order.Payment(notice.PaymentId) is not { } payment || Meant(payment, notice) is not { } refund)
            return false;
        var outcome = await gateways.LookUp(session.Order, shop, payment, refund, cancellation);
        if (outcome is { Kind: GatewayOutcomeKind.Unknown })
            return Problem.Upstream("reference", "The gateway does not say what became of the refund.");
        if (outcome is not { Kind: GatewayOutcomeKind.Declined })
            return false;
        session.Order = Fail(session.Order, payment, refund, outcome);
        return true;
    }

    private Order Fail(Order order, Payment payment, PaymentTransaction refund, GatewayOutcome outcome)
    {
        var code = outcome.Code ?? GatewayCodes.Declined;
        return FailedRefund.Record(order, payment.Id, refund, code, outcome.Message, detail: code, new Occasion(time.GetUtcNow(), Actor));
    }
}
