using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Reconciling;

/// <summary>
/// Asks a gateway what became of a payment's holds, and puts what was done elsewhere into the order, whatever state it is
/// in: charged, refunded or released in the dashboard, contested by a cardholder.
/// </summary>
public sealed class LearnOfMoney(
    OrderRun run,
    GatewayCalls gateways,
    AfterMoneyMoved after,
    IWakeUps wakeUps,
    IIdSource ids,
    TimeProvider time
)
{
    public const string Actor = "gateway";

    /// <summary>
    /// True when the order learned something. Refused (locked, upstream): another writer was faster, a movement is on its way, the
    /// gateway does not answer, or has not said yet that the shopper confirmed what money was moved of; the notice is to come again.
    /// </summary>
    public Task<Result<bool>> Run(Shop shop, GatewayNotice notice, CancellationToken cancellation) =>
        run.Run<bool>(
            shop.Identifier,
            notice.PublicOrderId,
            (session, current, token) => Learn(session, current, notice, token),
            cancellation
        );

    private async Task<Result<bool>> Learn(OrderSession session, Shop shop, GatewayNotice notice, CancellationToken cancellation)
    {
        var before = session.Order;
        if (before.Payment(notice.PaymentId) is not { } payment)
            return false;
        if (payment.HasPending)
            return Problem.Upstream("payments", "A movement of the payment is on its way. Send the notice again.");
        var learned = before;
        foreach (var hold in MoneyElsewhere.Holds(payment).ToList())
        {
            var seen = await gateways.Inspect(before, shop, payment, hold, cancellation);
            if (seen is { State: GatewayHoldState.Unknown })
                return Problem.Upstream("reference", "The gateway does not say what became of the payment.");
            if (seen is not null)
                learned = MoneyElsewhere.Learn(learned, payment.Id, hold.Id, seen, new Occasion(time.GetUtcNow(), Actor), ids);
        }

        if (ReferenceEquals(learned, before))
            return payment.AwaitsShopper ? Waiting() : false;
        session.Order = learned;
        await after.Settle(session, shop, Actor, cancellation);
        if (OpenMoney.LookAgainAt(session.Order, shop, time.GetUtcNow()) is { } due)
            await wakeUps.Set(WakeUp.Of(session.Order, WakeUpKinds.Reconcile, due), cancellation);
        if (!await session.Commit(cancellation))
            return Problem.Locked();
        session.Order = await after.GiveBack(session.Order, cancellation);
        return payment.AwaitsShopper ? Waiting() : true;
    }

    private static Problem Waiting() =>
        Problem.Upstream("payments", "A payment of the order still awaits its shopper. Send the notice again.");
}
