using System.Collections.Immutable;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Plugins;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Journeys.Completing;

/// <summary>
/// A plugin amends a placed order by itself, whatever became of the shopper's page (docs/contract/backend.md#amend). All of its
/// actions apply or none: money is held first where the order will cost more, and charged where the shop has charged it already.
/// </summary>
public sealed class AmendPlacedOrder(
    OrderRun run,
    PluginEvents events,
    FinishSubmission finish,
    PaymentProcessor processor,
    MoneyWatch watch,
    IIdSource ids,
    TimeProvider time
)
{
    /// <summary>
    /// Refused: a plugin that the shop does not have, an order that is not placed or takes no amendments any more, an action that
    /// does not apply, a difference that could not be held, an order that would cost less than was charged.
    /// </summary>
    public Task<Result<Order>> Run(
        string shopIdentifier,
        string publicOrderId,
        string pluginUuid,
        ImmutableArray<AnsweredAction> actions,
        CancellationToken cancellation
    )
    {
        var call = new AmendCall($"amendment-{ids.Ulid()}");
        return run.Run<Order>(
            shopIdentifier,
            publicOrderId,
            async (session, shop, token) =>
            {
                if (shop.Plugins.FirstOrDefault(p => p.Uuid == pluginUuid) is not { } plugin)
                    return Problem.Invalid("uuid", "The shop has no such plugin.", "not_found");
                call.Answers ??= await events.Brought(shop, new PluginAnswer(plugin, PluginEventNames.AmendOrder, actions), token);
                return await Amend(session, shop, call, $"plugin:{plugin.Uuid}", token);
            },
            cancellation
        );
    }

    private async Task<Result<Order>> Amend(OrderSession session, Shop shop, AmendCall call, string actor, CancellationToken cancellation)
    {
        var now = new Occasion(time.GetUtcNow(), actor);
        var refused = Check(session.Order, shop, call.Answers!, now);
        if (!refused.IsEmpty)
            return refused;
        var total = Amendment.Total(session.Order, call.Answers!, shop, now);

        // Before any money moves: a hold that expired is placed again, and a charge that was refused is tried again, whatever the total.
        session.WatchedUntil = call.WatchedUntil ??= await watch.Begin(session.Order, cancellation);
        if (!await finish.HoldMore(session, shop, total, call.OperationId, actor, cancellation))
            return Problem.Locked();
        var amended = call.Answers!.ApplyWhole(session.Order, shop, now);
        if (!amended.Succeeded)
            return amended;
        session.Order = amended.Value.Record("order.amended", now, total);
        return await Charge(session, shop, call, actor, cancellation) ? session.Order : Problem.Locked();
    }

    private static ImmutableArray<Problem> Check(Order order, Shop shop, PluginAnswers answers, Occasion now)
    {
        if (order.Status is OrderStatus.Open or OrderStatus.Processing)
            return [Problem.Order("is_processed", "The order is not processed yet.", "not_processed")];
        if (!Amendment.IsOpen(order, now.At))
            return [Problem.Order("is_processed", "The order takes no amendments any more.", "not_amendable")];
        var refused = answers.Refused(order, shop, now);
        return !refused.IsEmpty ? refused
            : Amendment.Overcharged(Amendment.Amended(order, answers, shop, now)) is { } overcharged ? [overcharged]
            : [];
    }

    /// <summary>
    /// An order that its shop has charged already is charged the difference. False when another writer was faster; a refusal is
    /// on the timeline, as that of any charge.
    /// </summary>
    private async Task<bool> Charge(OrderSession session, Shop shop, AmendCall call, string actor, CancellationToken cancellation)
    {
        var isDue =
            FinishSubmission.IsToBeCharged(session.Order, shop)
            || (CaptureLater.DueAt(session.Order, shop) <= time.GetUtcNow() && CapturePayments.Outstanding(session.Order) > 0);
        if (!isDue)
            return true;
        var operation = new MoneyOperation($"{call.OperationId}-charge", MoneyOperationKind.Capture);
        var ran = await processor.Run(session, shop, operation, actor, answer: null, cancellation);
        if (!ran.Succeeded && !ran.IsUnavailable && !ran.IsLocked)
            session.Order = session.Order.Record(
                "payment.failed",
                new Occasion(time.GetUtcNow(), actor),
                detail: "The amendment could not be charged at once."
            );
        return !ran.IsLocked;
    }
}
