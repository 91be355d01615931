using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Completing;

/// <summary>
/// Notes that the platform has the order (docs/contract/decisions.md#d20). The platform took the order together with its
/// own stock, so an order that was still open becomes processed without moving stock here, and is charged when the shop
/// charges its orders. The same id again changes nothing. Three storage transactions, four when it will be charged.
/// </summary>
public sealed class CompleteOrder(
    OrderEditor editor,
    RecheckTaxes taxes,
    PromptWakeUps prompt,
    MoneyWatch watch,
    IWakeUps wakeUps,
    TimeProvider time
)
{
    /// <summary>
    /// Refused: no id, another one than before, a canceled order; with the order beside it, taxes of something else than the
    /// order holds, when they change what it costs.
    /// </summary>
    public async Task<Result<SubmittedOrder>> Run(
        string shopIdentifier,
        string publicOrderId,
        PlatformNumbers platform,
        string actor,
        CancellationToken cancellation
    )
    {
        WakeUp? charge = null;
        Problem? taxChanged = null;
        var completed = await editor.Change(
            shopIdentifier,
            publicOrderId,
            actor,
            async (order, shop, occasion, token) =>
            {
                charge = null;
                var taxed = await taxes.Of(order, shop, occasion.Actor, token);
                taxChanged = taxed.Succeeded ? taxed.Value.Changed : null;
                if (!taxed.Succeeded || taxChanged is not null)
                    return taxed.Map(now => now.Order);
                var decided = Decide(taxed.Value.Order, shop, platform, occasion);
                charge = decided.Succeeded && !order.IsFinal ? ToBeCharged(decided.Value, shop) : null;
                if (charge is not null)
                    await wakeUps.Set(charge, token);
                if (charge is { Kind: WakeUpKinds.Reconcile })
                    decided = decided.Value with { WakesAt = charge.Due };

                // Somebody is asking a gateway right now, and will find that this call overtook it.
                if (decided.Succeeded && order.Payments.Any(p => p.HasPending))
                    await watch.Begin(order, token);
                return decided;
            },
            cancellation
        );
        if (completed.Succeeded && charge is { Kind: WakeUpKinds.Reconcile })
            prompt.Take(charge);
        return completed.Map(order => new SubmittedOrder(order) { Refused = taxChanged is null ? [] : [taxChanged] });
    }

    private static Result<Order> Decide(Order order, Shop shop, PlatformNumbers platform, Occasion occasion)
    {
        if (string.IsNullOrWhiteSpace(platform.OrderId))
            return Problem.Invalid("platform_order_id", "platform_order_id is missing.");
        return order
            .Complete(platform.OrderId, shop.Checkout.Capture, occasion)
            .Map(completed =>
                platform.FriendlyId is not { Length: > 0 } number || completed.PlatformFriendlyId == number
                    ? completed
                    : completed with
                    {
                        PlatformFriendlyId = number,
                    }
            );
    }

    private WakeUp? ToBeCharged(Order order, Shop shop) =>
        CaptureLater.DueAt(order, shop) is { } due ? WakeUp.Of(order, WakeUpKinds.DelayedCapture, due)
        : FinishSubmission.IsToBeCharged(order, shop)
            ? WakeUp.Of(order, WakeUpKinds.Reconcile, time.GetUtcNow() + MoneyCalls.ReconcileAfter)
        : null;
}
