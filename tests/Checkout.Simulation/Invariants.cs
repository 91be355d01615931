using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;

namespace Checkout.Simulation;

/// <summary>What must hold once the world has come to rest, whatever went wrong on the way.</summary>
internal static class Invariants
{
    public static void Check(World world)
    {
        var orders = world.Tables.AllOrders.ToList();
        BooksAgree(world, orders);
        foreach (var order in orders)
        {
            MoneyIsConserved(world, order);
            NothingIsStuck(world, order);
            IsChargedAsTheShopCharges(world, order);
            PlatformAgrees(world, order);
            TimelineHasNoGaps(world, order);
        }

        StockMovedOnce(world, orders);
        GiftCardAddsUp(world);
        foreach (var wakeUp in world.Tables.WakeUps.Values)
            world.Violations.Add($"a wake-up was never done: {wakeUp.Kind} due {wakeUp.Due:O}, attempt {wakeUp.Attempt}");
    }

    /// <summary>What the gateway did and what the orders say it did are the same, movement by movement.</summary>
    private static void BooksAgree(World world, List<Order> orders)
    {
        var known = (from order in orders from payment in order.Payments from t in payment.Transactions select t).ToDictionary(t =>
            t.IdempotencyKey
        );
        foreach (var entry in world.Ledger.Entries.Values.Where(e => e.Outcome.Kind is GatewayOutcomeKind.Succeeded))
            if (!known.TryGetValue(entry.Key, out var t) || t.Status is not TransactionStatus.Succeeded || t.Amount != entry.Amount)
                world.Violations.Add(
                    $"the gateway did {entry.Kind} of {entry.Amount} under {entry.Key}, the order says {(t is null ? "nothing" : $"{t.Status} of {t.Amount}")}"
                );
        foreach (var t in known.Values.Where(t => t.Status is TransactionStatus.Succeeded))
            if (
                !world.Ledger.Entries.TryGetValue(t.IdempotencyKey, out var entry) || entry.Outcome.Kind is not GatewayOutcomeKind.Succeeded
            )
                world.Violations.Add($"the order says {t.Kind} of {t.Amount} under {t.IdempotencyKey}, the gateway knows nothing of it");
    }

    private static void MoneyIsConserved(World world, Order order)
    {
        var total = OrderPrice.Of(order).Total;
        foreach (var payment in order.Payments)
            if (payment.Refunded > payment.Captured)
                world.Violations.Add($"refunded {payment.Refunded} of {payment.Captured} captured");
        var captured = order.Payments.Sum(p => p.Captured);
        var authorized = order.Payments.Sum(p =>
            p.Transactions.Where(t => t is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded }).Sum(t => t.Amount)
        );
        if (captured > authorized)
            world.Violations.Add($"captured {captured} of {authorized} authorized");

        // A shopper may still lower the total after a hold was placed; the total of a Create Order alone is fixed from the start.
        var kept = order.Payments.Sum(p => p.Held + p.Captured - p.Refunded);
        if (
            order.Journal is not null
            && kept > total
            && !world.Tables.Orders[order.PublicOrderId].Timeline.Any(e => e.Actor == Actors.Storefront)
        )
            world.Violations.Add($"{kept} held and charged for an order of {total}");
    }

    private static void NothingIsStuck(World world, Order order)
    {
        if (order.Status is OrderStatus.Processing)
            world.Violations.Add("an order is still processing");
        if (order.Payments.Any(p => p.HasPending))
            world.Violations.Add("a movement is still pending");
        if (order.Status is OrderStatus.Processed && order.Journal is { IsFinished: false })
            world.Violations.Add($"a processed order was never finished: {order.Journal.Next!.Command} {order.Journal.Next.Status}");
        if (
            order.Status is OrderStatus.Open
            && order.Payments.Any(p => p.Held > 0)
            && (!PaymentDue.WentOut(order) || order.PaymentDueAt is null)
        )
            world.Violations.Add("money is still held for an order that was never finished");
        if (order.Status is OrderStatus.Canceled && order.LineItems.Any(l => l.FulfilledQuantity > 0))
            world.Violations.Add("an order was canceled whose goods went out");
        if (order.OwedStock is not null)
            world.Violations.Add("units are owed to the stock still");
        if (order.Status is OrderStatus.Canceled && (order.Payments.Any(p => p.Held > 0) || order.StockTaken))
            world.Violations.Add("a canceled order still holds money or stock");
    }

    /// <summary>A shop that charges by itself, at once or later, has tried. A Create Order says itself when it charges.</summary>
    private static void IsChargedAsTheShopCharges(World world, Order order)
    {
        if (
            order is { Status: OrderStatus.Processed, Capture.Mode: var mode }
            && (mode is CaptureMode.Delayed || (mode is CaptureMode.Immediate && order.Journal is null or { TakenOver: true }))
            && order.Payments.Any(p => p.Held > 0)
            && CapturePayments.Outstanding(order) > 0
            && !order.Payments.Any(p => p.Transactions.Any(t => t.OperationId.Contains("-capture-", StringComparison.Ordinal)))
            && !world.Tables.Orders[order.PublicOrderId].Timeline.Any(e => e.Event == "payment.failed")
        )
            world.Violations.Add($"a shop that charges {mode} left {CapturePayments.Outstanding(order)} uncharged");
    }

    /// <summary>
    /// Only a canceled order may be at the platform without knowing its number there: its answer was lost. A shop without
    /// one sends its orders nowhere.
    /// </summary>
    private static void PlatformAgrees(World world, Order order)
    {
        var there = world.Tables.PlatformOrders.GetValueOrDefault(order.PublicOrderId);
        if (
            world.Shop.PlatformConnector.Url is null
            && (order.PlatformOrderId == $"{order.OrderId}" || order.PlatformOrderId == $"theirs-{order.PublicOrderId}")
        )
            return;
        if (order.PlatformOrderId != there && !(order.PlatformOrderId is null && order.Status is OrderStatus.Canceled))
            world.Violations.Add($"the platform calls the order {there ?? "nothing"}, the order says {order.PlatformOrderId ?? "nothing"}");
    }

    private static void TimelineHasNoGaps(World world, Order order)
    {
        var timeline = world.Tables.Orders[order.PublicOrderId].Timeline;
        if (
            !timeline.Select(e => e.Number).SequenceEqual(Enumerable.Range(1, timeline.Count).Select(n => (long)n))
            || timeline.Count != order.TimelineLength
        )
            world.Violations.Add("the timeline has gaps");
        if (timeline.Any(e => e.Version > order.Version))
            world.Violations.Add("the timeline is ahead of the order");
    }

    private static void StockMovedOnce(World world, List<Order> orders)
    {
        var taken = orders
            .Where(o => o.StockTaken)
            .Sum(o => o.LineItems.Where(l => l.TracksInventory).Sum(l => l.Quantity - l.RestockedQuantity));
        if (world.Tables.Stock["SCARCE"] != World.InitialStock - taken)
            world.Violations.Add($"stock is {world.Tables.Stock["SCARCE"]}, but orders hold {taken} of {World.InitialStock}");
    }

    private static void GiftCardAddsUp(World world)
    {
        if (world.Tables.GiftCards.Values.Any(card => card.Balance < 0))
            world.Violations.Add("a gift card is overdrawn");
    }
}
