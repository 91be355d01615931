using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;
using Checkout.Shops;

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
            if (order.Status is OrderStatus.Processed)
                world.Watch.IsTaxedAsItIs(order);
            IsPaidOrSaysSo(world, order);
            IsWrittenToOnce(world, order);
        }

        foreach (var sku in World.InitialStock.Keys)
            StockMovedOnce(world, orders, sku);
        foreach (var code in World.GiftCards.Keys)
            GiftCardAddsUp(world, orders, code);
        OneOrderForAKey(world, orders);
        CodesAreWithinTheirLimits(world, orders);
        EveryMessageLeft(world);
        foreach (var wakeUp in world.Tables.WakeUps.Values)
            world.Violations.Add($"a wake-up was never done: {wakeUp.Kind} due {wakeUp.Due:O}, attempt {wakeUp.Attempt}");
    }

    /// <summary>What the gateway did and what the orders say it did are the same, hold by hold and movement by movement.</summary>
    private static void BooksAgree(World world, List<Order> orders)
    {
        var known = (
            from order in orders
            from payment in order.Payments
            where payment.GatewayPublicId == World.Gateway
            from t in payment.Transactions
            select (payment, t)
        ).ToDictionary(k => k.t.IdempotencyKey, StringComparer.Ordinal);
        // Of holds only those matter that are there still: they come below.
        foreach (
            var did in world.Bank.Movements.Where(m =>
                m is { Outcome.Kind: GatewayOutcomeKind.Succeeded, Kind: not TransactionKind.Authorize, Refund: not { Failed: true } }
            )
        )
            if (!known.TryGetValue(did.Key, out var k) || k.t.Status is not TransactionStatus.Succeeded || k.t.Amount != did.Amount)
                world.Violations.Add(
                    $"the gateway did {did.Kind} of {did.Amount} under {did.Key}, the order says "
                        + (k.t is null ? "nothing" : $"{k.t.Status} of {k.t.Amount}")
                );
        foreach (var hold in world.Bank.Holds.Select(h => world.Bank.Current(h.Reference)))
        {
            var (payment, authorized) = known.Values.FirstOrDefault(k =>
                k.t is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded } && k.t.GatewayReference == hold.Reference
            );
            if (payment is null)
            {
                if (hold.Left > 0 || hold.Captured > 0)
                    world.Violations.Add($"the gateway holds {hold.Left} and charged {hold.Captured}, no order knows of it");
                continue;
            }

            var captures = payment.Transactions.Where(t => t.Kind is TransactionKind.Capture && t.ParentId == authorized.Id).ToList();
            var refunds = payment.Transactions.Where(t => t.Kind is TransactionKind.Refund && captures.Exists(c => c.Id == t.ParentId));
            Same(world, "charged", Sum(captures), hold.Captured);
            Same(world, "refunded", Sum(refunds), hold.Refunded);
            if (hold.Left > 0)
                Same(world, "held", payment.AvailableOf(authorized), hold.Left);
            else if (
                payment.AvailableOf(authorized) is > 0 and var available
                && payment.Transactions.Any(t => t.ParentId == authorized.Id && t.FailureCode is GatewayCodes.AuthorizationExpired)
            )
                world.Violations.Add($"the order counts {available} as held, and was told that the hold has expired");
        }

        foreach (var (_, t) in known.Values.Where(k => k.t is { Status: TransactionStatus.Succeeded, Kind: TransactionKind.Authorize }))
            if (world.Bank.Holds.All(h => h.Reference != t.GatewayReference))
                world.Violations.Add($"the order says {t.Kind} of {t.Amount} under {t.IdempotencyKey}, the gateway knows nothing of it");
    }

    private static void Same(World world, string what, long here, long there)
    {
        if (here != there)
            world.Violations.Add($"the order says {here} {what}, the gateway {there}");
    }

    private static long Sum(IEnumerable<PaymentTransaction> transactions) =>
        transactions.Where(t => t.Status is TransactionStatus.Succeeded).Sum(t => t.Amount);

    private static void MoneyIsConserved(World world, Order order)
    {
        var total = OrderPrice.Of(order).Total;
        foreach (var payment in order.Payments)
            if (payment.Refunded > payment.Captured)
                world.Violations.Add($"refunded {payment.Refunded} of {payment.Captured} captured");
        var captured = order.Payments.Sum(p => p.Captured);
        var byUs = order.Payments.Sum(p =>
            p.Transactions.Where(t =>
                    t is { Kind: TransactionKind.Capture, Status: TransactionStatus.Succeeded }
                    && t.OperationId != MoneyElsewhere.OperationId
                )
                .Sum(t => t.Amount)
        );
        if (byUs > total)
            world.Violations.Add($"{byUs} charged for an order of {total}");
        var authorized = order.Payments.Sum(p =>
            p.Transactions.Where(t => t is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded }).Sum(t => t.Amount)
        );
        if (captured > authorized)
            world.Violations.Add($"captured {captured} of {authorized} authorized");

        // A shopper or a plugin may still lower the total after a hold was placed; that of a Create Order alone is fixed.
        var kept = order.Payments.Sum(p => p.Held + p.Captured - p.Refunded);
        if (
            order.Journal is not null
            && kept > total
            && !world.Tables.Orders[order.PublicOrderId].Timeline.Any(e => e.Actor == Actors.Storefront || e.Event == "plugin.applied")
        )
            world.Violations.Add($"{kept} held and charged for an order of {total}");
    }

    /// <summary>Whatever door an order became final by, its shopper got one confirmation, and no letter waits for ever.</summary>
    private static void IsWrittenToOnce(World world, Order order)
    {
        var confirmed = world.Tables.Letters.Values.Count(l =>
            l.Order == order.PublicOrderId && l.Letter.Kind is LetterKind.OrderConfirmation
        );
        var isPart = order.SplitFrom is not null && order.SplitFrom != order.PublicOrderId;
        var due = order is { ProcessedAt: not null, SendReceipt: true, Customer.EmailAddress.Length: > 0 } && !isPart ? 1 : 0;
        if (confirmed != due)
            world.Violations.Add($"{confirmed} confirmations of an order that is due {due}");
        if (world.Tables.Orders[order.PublicOrderId].Outbox.Count > 0)
            world.Violations.Add("a letter was never sent");
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
            && order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper)
            && (!PaymentDue.WentOut(order) || order.PaymentDueAt is null)
        )
            world.Violations.Add("money is still held for an order that was never finished");
        if (order.OwedStock is not null)
            world.Violations.Add("units are owed to the stock still");
        if (order.Status is OrderStatus.Canceled && (order.Payments.Any(p => p.Held > 0) || order.StockTaken))
            world.Violations.Add("a canceled order still holds money or stock");
    }

    /// <summary>A shop that charges by itself, at once or later, has tried. A Create Order says itself when it charges.</summary>
    private static void IsChargedAsTheShopCharges(World world, Order order)
    {
        if (
            order is { Status: OrderStatus.Processed, PaymentDueAt: null, Capture.Mode: var mode }
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

    private static void StockMovedOnce(World world, List<Order> orders, string sku)
    {
        var taken = orders
            .Where(o => o.StockTaken)
            .Sum(o => o.LineItems.Where(l => l.TracksInventory && l.Sku == sku).Sum(l => (long)l.Quantity - l.RestockedQuantity));
        if (world.Tables.Stock[sku] != World.InitialStock[sku] - taken)
            world.Violations.Add($"stock of {sku} is {world.Tables.Stock[sku]}, but orders hold {taken} of {World.InitialStock[sku]}");
    }

    /// <summary>What is not on a card any more is held or charged by an order that was paid with it.</summary>
    private static void GiftCardAddsUp(World world, List<Order> orders, string code)
    {
        var hash = GiftCardCode.HashOf(code);
        var spent = orders
            .SelectMany(o => o.Payments)
            .Where(p => p.GatewayPublicId == World.GiftCardGateway && GiftCardCode.HashOf(p.Token) == hash)
            .Sum(p => p.Held + p.Captured - p.Refunded);
        if (world.Tables.GiftCards[hash].Balance != World.GiftCards[code] - spent)
            world.Violations.Add(
                $"gift card {code} has {world.Tables.GiftCards[hash].Balance}, but orders spent {spent} of {World.GiftCards[code]}"
            );
        if (world.Tables.GiftCards[hash].Balance < 0)
            world.Violations.Add($"gift card {code} is overdrawn");
    }

    private static void OneOrderForAKey(World world, List<Order> orders)
    {
        var byKey = world.Tables.Keys.Values.Select(claim => claim.PublicOrderId).ToHashSet(StringComparer.Ordinal);
        foreach (var order in orders.Where(o => o.Journal is not null && !byKey.Contains(o.PublicOrderId)))
            world.Violations.Add($"a Create Order made an order beside that of its key: {order.Status}");
    }

    private static void CodesAreWithinTheirLimits(World world, List<Order> orders)
    {
        foreach (var code in world.Shop.DiscountCodes.Where(c => c.UseLimit is not null))
        {
            var used = orders.Count(o =>
                o.Status is OrderStatus.Processed
                && o.PlatformOrderId?.StartsWith("theirs", StringComparison.Ordinal) is not true
                && o.Discounts.Any(d => d.Code == code.Code)
            );
            if (used > code.UseLimit)
                world.Violations.Add($"{code.Code} is good for {code.UseLimit} orders and was used for {used}");
        }
    }

    private static void EveryMessageLeft(World world)
    {
        var buried = world.Tables.DeadLetters.Select(l => l.Message.Id).ToHashSet(StringComparer.Ordinal);
        var lost = world.Tables.Sent.Count(id => !world.Tables.Delivered.Contains(id) && !buried.Contains(id));
        if (lost > 0)
            world.Violations.Add($"{lost} messages of {world.Tables.Sent.Count} never left");
    }

    /// <summary>An order that is final and not covered any more tells how that came about.</summary>
    private static void IsPaidOrSaysSo(World world, Order order)
    {
        if (order is not { Status: OrderStatus.Processed, Capture.Mode: not CaptureMode.VerifyOnly, PaymentDueAt: null })
            return;
        var total = OrderPrice.Of(order).Total;
        var covered = order.Payments.Sum(p => p.Held + p.Captured);
        if (covered < total && !world.Tables.Orders[order.PublicOrderId].Timeline.Exists(e => Tells.Contains(e.Event)))
            world.Violations.Add($"{covered} of {total} is held or charged, and nothing on the order says why");
    }

    /// <summary>Entries that say that money is missing: released or refused later, or taken to the platform unpaid.</summary>
    private static readonly HashSet<string> Tells = new(StringComparer.Ordinal)
    {
        "payment.expired",
        "payment.voided",
        "payment.capture_failed",
        "payment.failed",
        "payment.refunded",
        "order.completed",
    };
}
