using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;
using Checkout.Stores;

namespace Checkout.Simulation;

/// <summary>What must hold at every moment: looked at with each write and each answer.</summary>
internal sealed class Watch(World world)
{
    /// <summary>Orders of which money was captured while they were open: they cost what was captured, whatever they hold.</summary>
    private readonly HashSet<string> chargedBefore = new(StringComparer.Ordinal);

    /// <summary>What was given back, or taken away, while an order was being processed: it comes too late for its checks.</summary>
    private readonly Dictionary<string, long> givenBack = new(StringComparer.Ordinal);

    /// <param name="late">
    /// The host was paused a short while ago: the wake-up that it had set may have been dealt with before it came to write. What it
    /// then leaves undone is seen at the end.
    /// </param>
    public void Committed(Order? previous, Order next, bool late)
    {
        if (!late)
            NothingIsLeftToChance(next);
        if (previous?.Status is OrderStatus.Processing)
            givenBack[next.PublicOrderId] = givenBack.GetValueOrDefault(next.PublicOrderId) + Refunded(next) - Refunded(previous);
        if (next.Status is OrderStatus.Canceled && previous?.Status is not OrderStatus.Canceled && IsFulfilled(next))
            Violated("an order was canceled whose goods went out");
        if (next.Status is OrderStatus.Processed && previous?.Status is not OrderStatus.Processed)
            IsPlacedAsItIs(next);
        else if (!next.IsFinal && HasCapture(next))
            chargedBefore.Add(next.PublicOrderId);
        if (next.Version != (previous?.Version ?? 0) + 1)
            Violated("a version was left out or written twice");
    }

    public void Cleared(WakeUp wakeUp, bool late)
    {
        if (!late && world.Tables.Orders.TryGetValue(wakeUp.PublicOrderId, out var rows))
            NothingIsLeftToChance(rows.State);
    }

    /// <summary>Somebody asked for money under this key: whoever is answered from then on is told of the order.</summary>
    /// <param name="storeFailed">The store failed while the call ran: then nobody knows.</param>
    public void Answered(string key, Answer answer, bool storeFailed)
    {
        if (
            !storeFailed
            && world.Tables.Keys.TryGetValue(key, out var claim)
            && (
                world.Bank.Movements.Exists(m => m.Order == claim.PublicOrderId)
                || world.Tables.GiftCardMoves.Keys.Any(k => k.StartsWith(claim.PublicOrderId, StringComparison.Ordinal))
            )
            && !answer.Body.ToJsonString().Contains(claim.PublicOrderId, StringComparison.Ordinal)
        )
            Violated($"an answer {answer.Status} without its order after money was asked for");
    }

    /// <summary>
    /// A payment without an amount covers what is left, whatever was left when it was held first: nothing is short while one stands
    /// that no gateway refused. What was refunded is not held again.
    /// </summary>
    public void Authorized(Order order, Answer answer)
    {
        if (
            answer.Body.ToJsonString().Contains("insufficient_payments", StringComparison.Ordinal)
            && order.Payments.All(p => p.Refunded == 0)
            && order.Payments.Any(p =>
                p is { RequestedAmount: null, Limit: null, Held: > 0 }
                && p.Transactions.All(t => t is { Status: TransactionStatus.Succeeded, Expired: false })
            )
        )
            Violated("told of insufficient payments, though one without an amount could be topped up");
    }

    /// <summary>The taxes on the order are those of what it holds.</summary>
    public void IsTaxedAsItIs(Order order)
    {
        if (order.Taxes is null || chargedBefore.Contains(order.PublicOrderId))
            return;
        var expected = TaxRates.Of(world.Shop, order) is { } rates
            ? GenerateTaxes.Decide(order, rates, world.Shop.Checkout.TaxIncluded)
            : order with
            {
                Taxes = null,
            };
        if (Taxes(expected) != Taxes(order))
            Violated($"taxed {Taxes(order)} for content that is taxed {Taxes(expected)}");
    }

    private static long Taxes(Order order) => OrderPrice.Of(order).Taxes.Sum(t => t.Value);

    private void IsPlacedAsItIs(Order order)
    {
        IsTaxedAsItIs(order);

        // The same of what is taken away, or ends, at the gateway: nobody knows when that was.
        var elsewhere = order
            .Payments.SelectMany(p => p.Transactions)
            .Where(t => IsElsewhere(t, TransactionKind.Refund) || IsElsewhere(t, TransactionKind.Void) || t.Expired)
            .Sum(t => t.Amount);
        var covered =
            order.Payments.Sum(p => p.Held + p.Captured - p.Refunded) + elsewhere + givenBack.GetValueOrDefault(order.PublicOrderId);
        var total = OrderPrice.Of(order).Total;
        if (order.PlatformOrderId is null && order.Capture!.Mode is not CaptureMode.VerifyOnly && covered < total)
            Violated($"an order of {total} was placed with {covered} held and charged");
    }

    private void NothingIsLeftToChance(Order order)
    {
        if (
            (order.Payments.Any(p => p.HasPending) || order.OwedStock is not null || order.Status is OrderStatus.Processing)
            && !HasWakeUp(order.PublicOrderId)
        )
            Violated(
                $"{order.PublicOrderId[..8]}: nobody is to look after "
                    + (order.Payments.Any(p => p.HasPending) ? "pending money" : "owed or taken stock")
            );
        if (
            order is { Status: OrderStatus.Open, PaymentDueAt: null }
            && order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper)
            && !HasWakeUp(order.PublicOrderId)
        )
            Violated($"{order.PublicOrderId[..8]}: nobody is to look after money that is held for an open order");
    }

    private bool HasWakeUp(string publicOrderId) =>
        world.Tables.WakeUps.Keys.Any(k =>
            k.Order == publicOrderId && k.Kind is WakeUpKinds.Reconcile or WakeUpKinds.CreateOrder or WakeUpKinds.DelayedCapture
        );

    /// <summary>By the shop: what was refunded at the gateway is counted apart.</summary>
    private static long Refunded(Order order) =>
        order
            .Payments.SelectMany(p => p.Transactions)
            .Where(t =>
                t is { Kind: TransactionKind.Refund, Status: TransactionStatus.Succeeded } && !IsElsewhere(t, TransactionKind.Refund)
            )
            .Sum(t => t.Amount);

    private static bool IsElsewhere(PaymentTransaction transaction, TransactionKind kind) =>
        transaction.OperationId == MoneyElsewhere.OperationId && transaction.Kind == kind;

    private static bool HasCapture(Order order) =>
        order.Payments.Any(p => p.Transactions.Any(t => t is { Kind: TransactionKind.Capture, Status: not TransactionStatus.Failed }));

    private static bool IsFulfilled(Order order) => order.LineItems.Any(l => l.FulfilledQuantity > 0);

    private void Violated(string what) => world.Violations.Add($"{world.Time.Elapsed:d\\.hh\\:mm\\:ss} {what}");
}
