using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Reconciling;

/// <summary>
/// Acts on a gateway's notice: it is only believed that something happened, and the gateway is asked what. One that comes
/// twice, late or out of order, or is about nothing that is open, changes nothing.
/// </summary>
public sealed class HearNotice(
    IOrderStore store,
    ReconcileOrder reconcile,
    RecheckRefund refunds,
    HearAlert alerts,
    LearnOfMoney elsewhere,
    IWakeUps wakeUps,
    TimeProvider time
)
{
    /// <summary>
    /// True when an order was looked into. One storage transaction when nothing is open. Refused (locked, upstream): the
    /// gateway is to send the notice again.
    /// </summary>
    public async Task<Result<bool>> Run(Shop shop, GatewaySettings gateway, GatewayNotice notice, CancellationToken cancellation)
    {
        if (await Meant(shop, gateway, notice, cancellation) is not { } payment)
            return false;
        if (notice.Alert is { } alert)
            return await Hear(alert, shop, notice, cancellation);
        if (RecheckRefund.Meant(payment, notice) is not null)
            return await refunds.Run(shop, notice, cancellation);
        if (!payment.Transactions.Any(t => t.Status is TransactionStatus.Pending or TransactionStatus.NeedsAction))
            return notice.TellsOfMoney ? await elsewhere.Run(shop, notice, cancellation) : false;

        var heard = new WakeUp(notice.PublicOrderId, WakeUpKinds.Reconcile, time.GetUtcNow());
        if (await reconcile.Hear(heard, cancellation) is { } again)
            await wakeUps.Set(heard with { Due = again, Attempt = heard.Attempt + 1 }, cancellation);
        var learned = notice.TellsOfMoney ? await elsewhere.Run(shop, notice, cancellation) : true;
        return learned.Succeeded ? true : learned;
    }

    /// <summary>The payment that the notice is about; null when it is none of this shop and gateway.</summary>
    private async Task<Payment?> Meant(Shop shop, GatewaySettings gateway, GatewayNotice notice, CancellationToken cancellation) =>
        notice.ShopIdentifier == shop.Identifier
        && await store.Load(notice.PublicOrderId, cancellation) is { } stored
        && stored.Order.ShopIdentifier == shop.Identifier
        && stored.Order.Payment(notice.PaymentId) is { } payment
        && payment.GatewayPublicId == gateway.PublicId
            ? payment
            : null;

    private async Task<Result<bool>> Hear(PaymentAlert alert, Shop shop, GatewayNotice notice, CancellationToken cancellation)
    {
        var alerted = await alerts.Run(shop, notice, alert, cancellation);
        if (!alerted.Succeeded || !notice.TellsOfMoney)
            return alerted;
        var moved = await elsewhere.Run(shop, notice, cancellation);
        return moved.Succeeded ? alerted.Value || moved.Value : moved;
    }
}
