using System.Collections.Immutable;
using Checkout.Changing.Discounts;
using Checkout.Changing.Placing;
using Checkout.Journeys.Reserving;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Completing;

/// <summary>
/// Makes an order final (docs/contract/create-order.md#process-order): checks, takes stock, uses up discount codes,
/// confirms taxes, forgets abandoned carts, clears the cart. The order is closed to other changes until then, and every
/// effect has the order's id, so a run that was cut off is run again from the start and does each thing once.
/// </summary>
public sealed class ProcessOrder(
    TakeStock stock,
    FinalizeDiscounts discounts,
    IAbandonedCheckouts abandoned,
    IPlatformConnector platform,
    IWakeUps wakeUps,
    TimeProvider time
)
{
    /// <summary>The processed order, in the session and not yet committed; a refusal leaves it open again.</summary>
    public async Task<Result<Order>> Run(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (session.Order.Status is OrderStatus.Processed)
            return session.Order;
        if (
            session.Order.Status is not OrderStatus.Processing
            && await Close(session, shop, new Occasion(time.GetUtcNow(), actor), cancellation) is { IsEmpty: false } problems
        )
            return problems;
        if (!await session.Commit(cancellation))
            return Problem.Locked();
        if (session.Order.StockTaken && await stock.Take(session.Order, cancellation) is { } shortage)
            return await GiveUp(session, shortage, areAllTaken: false, cancellation);
        if (await discounts.Use(session.Order, shop, cancellation) is { } refusal)
            return await GiveUp(session, refusal, areAllTaken: true, cancellation);

        if (await platform.ConfirmTaxes(session.Order, shop, cancellation) is { Succeeded: false } unconfirmed)
            return unconfirmed.Cast<Order>();
        if (shop.Checkout.AbandonedAfterMinutes > 0)
            await abandoned.Forget(shop.Identifier, session.Order.Customer!.EmailAddress, cancellation);
        if (await platform.ClearCart(session.Order, shop, cancellation) is { Succeeded: false } uncleared)
            return uncleared.Cast<Order>();

        var processed = session.Order.Process(shop.Checkout.Capture, new Occasion(time.GetUtcNow(), actor));
        if (!processed.Succeeded)
            return processed;
        session.Order = processed.Value;
        if (CaptureLater.DueAt(session.Order, shop) is { } due)
            await wakeUps.Set(WakeUp.Of(session.Order, WakeUpKinds.DelayedCapture, due), cancellation);
        return session.Order;
    }

    /// <summary>Closes the order to changes, not committed yet; or why it cannot be made final, and then it is open again.</summary>
    private async Task<ImmutableArray<Problem>> Close(OrderSession session, Shop shop, Occasion occasion, CancellationToken cancellation)
    {
        session.Order = await stock.GiveBack(session.Order, cancellation);
        var problems = ProblemsOf(session.Order, shop, occasion);
        if (!problems.IsEmpty)
            return Reopen(session, problems);
        var begun = session.Order.BeginProcessing();
        if (!begun.Succeeded)
            return begun.Problems;
        session.Order = begun.Value with { StockTaken = Counts(session.Order, shop) };
        return [];
    }

    private static ImmutableArray<Problem> ProblemsOf(Order order, Shop shop, Occasion occasion)
    {
        var problems = ProcessOrderRules.Check(order, shop);
        if (problems.IsEmpty)
            problems = RecheckDiscounts.Check(order, shop, occasion);
        return problems.IsEmpty && ProcessOrderRules.CheckPayments(order, order.Capture ?? shop.Checkout.Capture) is { } uncovered
            ? [uncovered]
            : problems;
    }

    /// <summary>
    /// Settled when a try begins, so that one that is cut off ends as it began. Where there is an inventory override, the
    /// stock is counted elsewhere.
    /// </summary>
    private static bool Counts(Order order, Shop shop) =>
        shop.Checkout.InventoryChecked && !order.Plugins.Overrides.ContainsKey(OverrideKinds.Inventory);

    /// <summary>
    /// Ends a try that began to take units: first it is written that they are owed, which only one host can do, then they go
    /// back. Locked when another writer was faster: then the order, and its units, are that one's.
    /// </summary>
    private async Task<Result<Order>> GiveUp(OrderSession session, Problem problem, bool areAllTaken, CancellationToken cancellation)
    {
        if (session.Order.StockTaken)
            session.Order = TakeStock.Owe(session.Order, areAllTaken);
        var problems = Reopen(session, [problem]);
        if (session.Order.OwedStock is null)
            return problems;
        if (!await session.Commit(cancellation))
            return Problem.Locked();
        session.Order = await stock.GiveBack(session.Order, cancellation);
        return problems;
    }

    /// <summary>As it was before the try; a Create Order that it was taken over from may go on with it.</summary>
    private static ImmutableArray<Problem> Reopen(OrderSession session, ImmutableArray<Problem> problems)
    {
        if (session.Order.Reopen() is { Succeeded: true, Value: var open })
            session.Order = open;
        return problems;
    }
}
