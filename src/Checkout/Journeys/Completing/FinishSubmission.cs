using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Platforms;
using Checkout.Plugins;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Completing;

/// <summary>
/// What follows when a shopper's order is processed: methods to keep are kept, the order is charged if the shop charges at
/// once, and the platform hears of it. The order stays whatever becomes of these: what fails is tried again later.
/// </summary>
public sealed class FinishSubmission(
    PaymentProcessor processor,
    PlatformOrders platform,
    ICustomerStore customers,
    PluginEvents events,
    MoneyWatch watch,
    IWakeUps wakeUps,
    IIdSource ids,
    TimeProvider time
)
{
    /// <summary>
    /// The processed order, which is not committed before and shares the commit of the first step that needs one. Locked
    /// when another writer was faster.
    /// </summary>
    /// <param name="woken">The caller's wake-up is set already, and sees to what a crash leaves out.</param>
    public async Task<Result<SubmittedOrder>> Run(OrderSession session, Shop shop, bool woken, string actor, CancellationToken cancellation)
    {
        await Keep(session.Order, shop, cancellation);
        if (!await Amend(session, shop, woken, actor, cancellation) || !await Charge(session, shop, woken, actor, cancellation))
            return Problem.Locked();
        await Send(session, shop, actor, cancellation);
        return await Tell(PluginEventNames.OrderProcessed, session, shop, actor, cancellation) && await session.Commit(cancellation)
            ? new SubmittedOrder(session.Order)
            : Problem.Locked();
    }

    /// <summary>
    /// What plugins hear of a processed order that somebody else charges and sends, such as the commands of a Create Order
    /// that follow. False when another writer was faster. Without subscribers it writes nothing.
    /// </summary>
    public async Task<bool> TellPlugins(OrderSession session, Shop shop, string actor, CancellationToken cancellation) =>
        await Amend(session, shop, woken: true, actor, cancellation)
        && await Tell(PluginEventNames.OrderProcessed, session, shop, actor, cancellation);

    /// <summary>
    /// Lets plugins amend an order that is amendable, before it is charged and before the platform has it
    /// (docs/contract/plugins.md#amendable-orders). False when another writer was faster.
    /// </summary>
    private async Task<bool> Amend(OrderSession session, Shop shop, bool woken, string actor, CancellationToken cancellation)
    {
        PluginEvent amend = PluginEventNames.AmendOrder;
        if (!session.Order.Plugins.Amendable || !amend.Subscribers(shop).Any())
            return true;

        // Telling them writes the order before it is charged and sent: a crash in between must leave someone who goes on.
        if (!woken)
            session.WatchedUntil = await watch.Begin(session.Order, cancellation);
        if (!await session.Commit(cancellation))
            return false;
        var answers = await events.Raise(session.Order, shop, amend, cancellation);
        var operation = $"amendment-{session.Order.ProcessAttempts}";
        var total = Amendment.Total(session.Order, answers, shop, Now(actor));
        if (!await HoldMore(session, shop, total, operation, actor, cancellation))
            return false;
        session.Order = answers.Apply(session.Order, shop, Now(actor));
        return true;
    }

    /// <summary>
    /// Money first: an amendment that raises the total applies when a payment could be held for it, and is refused when not.
    /// False when another writer was faster.
    /// </summary>
    /// <param name="total">What the order will cost, minor units.</param>
    /// <param name="operationId">The same however often the amendment is tried.</param>
    public async Task<bool> HoldMore(
        OrderSession session,
        Shop shop,
        long total,
        string operationId,
        string actor,
        CancellationToken cancellation
    )
    {
        var order = session.Order;
        if ((order.Capture ?? shop.Checkout.Capture).Mode is CaptureMode.VerifyOnly || order.Covered >= total)
            return true;
        var operation = new MoneyOperation(operationId, MoneyOperationKind.Authorize) { Amount = total };
        var ran = await processor.Run(session, shop, operation, actor, answer: null, cancellation);
        return !ran.IsLocked;
    }

    private Occasion Now(string actor) => new(time.GetUtcNow(), actor);

    /// <summary>Plugins hear only of what is written; false when it could not be.</summary>
    private async Task<bool> Tell(PluginEvent @event, OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (!@event.Subscribers(shop).Any())
            return true;
        if (!await session.Commit(cancellation))
            return false;
        var answers = await events.Raise(session.Order, shop, @event, cancellation);
        session.Order = answers.Apply(session.Order, shop, new Occasion(time.GetUtcNow(), actor));
        return true;
    }

    /// <summary>Saves the methods that the shopper wants kept; one with the same token is there already.</summary>
    private async Task Keep(Order order, Shop shop, CancellationToken cancellation)
    {
        var kept = order.Payments.Where(p => p is { Retain: true, PublicPaymentMethodId: null, Stands: true }).ToList();
        if (kept.Count == 0 || order.Customer is not { IsAuthenticated: true, PublicId: { } publicId } customer)
            return;
        var record =
            await customers.Find(shop.Identifier, publicId, cancellation) ?? CustomerRecord.Of(customer, publicId, time.GetUtcNow());
        var fresh = kept.Select(p =>
                SavedPaymentMethod.Of(
                    ids.PublicId(),
                    p.GatewayPublicId,
                    p.ReusableToken ?? p.Token,
                    p.Type,
                    p.Brand,
                    p.LastFour,
                    p.Expiration
                )
            )
            .Where(method => record.PaymentMethods.All(m => m.Token != method.Token))
            .ToList();
        if (fresh.Count > 0)
            await customers.Save(
                shop.Identifier,
                record with
                {
                    PaymentMethods = [.. fresh],
                    DefaultPaymentMethodId = record.DefaultPaymentMethodId ?? fresh[0].PublicId,
                },
                cancellation
            );
    }

    /// <summary>
    /// What a crash right after the order became final left out: charging and sending. Both are known by the order, so
    /// doing them again is harmless; the caller's wake-up stays until it is done. Nothing is told as not charged while all that is
    /// lacking is a shopper's confirmation.
    /// </summary>
    public async Task ChargeAndSend(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (session.Order is not { Status: OrderStatus.Processed, Journal: null or { TakenOver: true } } order)
            return;
        if (
            IsToBeCharged(order, shop)
            && !MayYetBeHeld(order)
            && !AtOnce(order).Movements(order).Any()
            && !await ChargeNow(session, shop, actor, cancellation)
        )
            return;
        if (session.Order.PlatformOrderId is null)
            await Send(session, shop, actor, cancellation);
    }

    private static bool MayYetBeHeld(Order order) => order.Payments.All(p => p.Held == 0) && order.Payments.Any(p => p.AwaitsShopper);

    private async Task<bool> Charge(OrderSession session, Shop shop, bool woken, string actor, CancellationToken cancellation)
    {
        if (!IsToBeCharged(session.Order, shop))
            return true;
        if (!woken)
            session.WatchedUntil = await watch.Begin(session.Order, cancellation);
        return await ChargeNow(session, shop, actor, cancellation);
    }

    /// <summary>False when another writer was faster; a refused charge is on the timeline, one without an answer is pending, and
    /// the order goes on.</summary>
    private async Task<bool> ChargeNow(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        var ran = await processor.Run(session, shop, AtOnce(session.Order), actor, answer: null, cancellation);
        if (ran.IsLocked)
            return false;

        // A gateway that did not answer may have charged it: that is pending, and settled by the wake-up that is set.
        if (!ran.Succeeded && !ran.IsUnavailable)
            session.Order = session.Order.Record(
                "payment.failed",
                new Occasion(time.GetUtcNow(), actor),
                detail: "The order could not be charged at once."
            );
        return true;
    }

    /// <summary>The shop charges as soon as an order is final, and of this one something is left to charge.</summary>
    public static bool IsToBeCharged(Order order, Shop shop) =>
        (order.Capture ?? shop.Checkout.Capture).Mode is CaptureMode.Immediate
        && !order.Plugins.CaptureDelayed
        && CapturePayments.Outstanding(order) > 0;

    private static MoneyOperation AtOnce(Order order) => new($"immediate-capture-{order.ProcessAttempts}", MoneyOperationKind.Capture);

    /// <summary>Only a shop with a platform of its own: elsewhere the platform fetches the order and says so (complete).</summary>
    private async Task Send(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (shop.PlatformConnector.Url is null)
            return;
        var delay = session.Order.Plugins.DelayPlatformOrderSeconds;
        var wakeUp = WakeUp.Of(session.Order, WakeUpKinds.PlatformOrder, time.GetUtcNow().AddSeconds(Math.Max(delay, 60)));
        await wakeUps.Set(wakeUp, cancellation);
        if (delay == 0 && (await platform.Send(session, shop, actor, cancellation)).Succeeded)
            await wakeUps.Clear(wakeUp, cancellation);
    }
}
