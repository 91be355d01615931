using Checkout.Customers;
using Checkout.Payments;
using Checkout.Platforms;
using Checkout.Plugins;
using Checkout.Shops;
using Checkout.WakeUps;

namespace Checkout.Orders;

/// <summary>
/// What follows when a shopper's order is processed: methods to keep are kept, the order is charged if the shop charges at
/// once, and the platform hears of it. The order stands whatever becomes of these: what fails is tried again later.
/// </summary>
public sealed class FinishSubmission(
    PaymentProcessor processor,
    PlatformOrders platform,
    ICustomerStore customers,
    PluginEvents events,
    IWakeUps wakeUps,
    IIdSource ids,
    TimeProvider time)
{
    public async Task<Result<SubmittedOrder>> Run(OrderSession session, Shop shop, SubmittedOrder submitted, string actor, CancellationToken cancellation)
    {
        if (submitted.ClientSecret is not null || session.Order.Status is not OrderStatus.Processed)
            return submitted with { Order = session.Order };
        await Keep(session.Order, shop, cancellation);
        await Charge(session, shop, actor, cancellation);
        await Send(session, shop, actor, cancellation);
        var occasion = new Occasion(time.GetUtcNow(), actor);
        if (session.Order.Plugins.Amendable)
            session.Order = (await events.Raise(session.Order, shop, PluginEventNames.AmendOrder, cancellation)).Apply(session.Order, shop, occasion);
        session.Order = (await events.Raise(session.Order, shop, PluginEventNames.OrderProcessed, cancellation)).Apply(session.Order, shop, occasion);
        return await session.Commit(cancellation) ? submitted with { Order = session.Order } : Problem.Locked();
    }

    /// <summary>Saves the methods that the shopper wants kept; one with the same token is there already.</summary>
    private async Task Keep(Order order, Shop shop, CancellationToken cancellation)
    {
        var kept = order.Payments.Where(p => p is { Retain: true, PublicPaymentMethodId: null, Stands: true }).ToList();
        if (kept.Count == 0 || order.Customer is not { IsAuthenticated: true, PublicId: { } publicId } customer)
            return;
        var record = await customers.Find(shop.Identifier, publicId, cancellation)
            ?? new CustomerRecord
            {
                PublicId = publicId,
                PlatformId = customer.PlatformId,
                FirstName = customer.FirstName,
                LastName = customer.LastName,
                EmailAddress = customer.EmailAddress,
                AcceptsMarketing = customer.AcceptsMarketing,
                SavedAddresses = customer.SavedAddresses,
            };
        var fresh = kept.Where(p => record.PaymentMethods.All(m => m.Token != p.Token)).Select(p => new SavedPaymentMethod
        {
            PublicId = ids.PublicId(),
            GatewayPublicId = p.GatewayPublicId,
            Token = p.Token,
            Type = p.Type,
            Brand = p.Brand,
            LastFour = p.LastFour,
        }).ToList();
        if (fresh.Count > 0)
            await customers.Save(shop.Identifier, record with { PaymentMethods = [.. record.PaymentMethods, .. fresh], DefaultPaymentMethodId = record.DefaultPaymentMethodId ?? fresh[0].PublicId }, cancellation);
    }

    /// <summary>
    /// What a crash right after the order became final left out: charging and sending. Both are known by the order, so
    /// doing them again is harmless; the caller's wake-up stands until it is done.
    /// </summary>
    public async Task GoOn(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (session.Order is not { Status: OrderStatus.Processed, Journal: null } order)
            return;
        if (IsToBeCharged(order, shop) && !AtOnce(order).Movements(order).Any())
            await ChargeNow(session, shop, actor, cancellation);
        if (session.Order.PlatformOrderId is null)
            await Send(session, shop, actor, cancellation);
    }

    private async Task Charge(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (!IsToBeCharged(session.Order, shop))
            return;
        await wakeUps.Set(new WakeUp(session.Order.PublicOrderId, WakeUpKinds.Reconcile, time.GetUtcNow() + MoneyCalls.ReconcileAfter), cancellation);
        await ChargeNow(session, shop, actor, cancellation);
    }

    private async Task ChargeNow(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        var ran = await processor.Run(session, shop, AtOnce(session.Order), actor, answer: null, cancellation);
        if (!ran.Succeeded)
            session.Order = session.Order.Record("payment.failed", new Occasion(time.GetUtcNow(), actor), detail: "The order could not be charged at once.");
    }

    private static bool IsToBeCharged(Order order, Shop shop) =>
        (order.Capture ?? shop.Checkout.Capture).Mode is CaptureMode.Immediate && !order.Plugins.CaptureDelayed && CapturePayments.Outstanding(order) > 0;

    private static MoneyOperation AtOnce(Order order) => new($"immediate-capture-{order.ProcessAttempts}", MoneyOperationKind.Capture);

    /// <summary>Only a shop with a platform of its own: elsewhere the platform fetches the order and says so (complete).</summary>
    private async Task Send(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (shop.PlatformConnector.Url is null)
            return;
        var delay = session.Order.Plugins.DelayPlatformOrderSeconds;
        var wakeUp = new WakeUp(session.Order.PublicOrderId, WakeUpKinds.PlatformOrder, time.GetUtcNow().AddSeconds(Math.Max(delay, 60)));
        await wakeUps.Set(wakeUp, cancellation);
        if (delay == 0 && (await platform.Send(session, shop, actor, cancellation)).Succeeded)
            await wakeUps.Clear(wakeUp, cancellation);
    }
}
