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
        if (
            notice.ShopIdentifier != shop.Identifier
            || await store.Load(notice.PublicOrderId, cancellation) is not { } stored
            || stored.Order.ShopIdentifier != shop.Identifier
        )
            return false;
        var heard = await Run(stored.Order, shop, gateway, notice, cancellation);

        // Gateways know money by the order that it was placed for; it may be on another part of that by now.
        foreach (var part in stored.Order.SplitFrom is null ? [] : stored.Order.SplitInto)
            if (heard.Succeeded && await store.Load(part.PublicOrderId, cancellation) is { } other)
                heard = (await Run(other.Order, shop, gateway, notice with { PublicOrderId = part.PublicOrderId }, cancellation)).Map(
                    acted => acted || heard.Value
                );
        return heard;
    }

    private async Task<Result<bool>> Run(
        Order order,
        Shop shop,
        GatewaySettings gateway,
        GatewayNotice notice,
        CancellationToken cancellation
    )
    {
        if (order.Payment(notice.PaymentId) is not { } payment || payment.GatewayPublicId != gateway.PublicId)
            return false;
        if (notice.Alert is { } alert)
            return await AndMoney(shop, notice, await alerts.Run(shop, notice, alert, cancellation), cancellation);
        if (RecheckRefund.Meant(payment, notice) is not null)
            return await AndMoney(shop, notice, await refunds.Run(shop, notice, cancellation), cancellation);
        if (!payment.Transactions.Any(t => t.Status is TransactionStatus.Pending or TransactionStatus.NeedsAction))
            return notice.TellsOfMoney ? await elsewhere.Run(shop, notice, cancellation) : false;

        var heard = new WakeUp(notice.PublicOrderId, WakeUpKinds.Reconcile, time.GetUtcNow()) { Shop = shop.Identifier };
        if (await reconcile.Hear(heard, cancellation) is { } again)
            await wakeUps.Set(heard with { Due = again, Attempt = heard.Attempt + 1 }, cancellation);

        // A refund that was asked for again answers as it did at first, whatever has become of it since.
        var rechecked = await refunds.Run(shop, notice, cancellation);
        return await AndMoney(shop, notice, rechecked.Map(_ => true), cancellation);
    }

    /// <summary>What a notice is about may hide what was done elsewhere: of two refunds of the same sum one may have failed.</summary>
    private async Task<Result<bool>> AndMoney(Shop shop, GatewayNotice notice, Result<bool> heard, CancellationToken cancellation)
    {
        if (!heard.Succeeded || !notice.TellsOfMoney)
            return heard;
        var moved = await elsewhere.Run(shop, notice, cancellation);
        return moved.Succeeded ? heard.Value || moved.Value : moved;
    }
}
