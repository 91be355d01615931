using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments.Splitting;

/// <summary>
/// Makes the parts in which the platform has an order into orders of their own, each with its own lines, totals and payments
/// (docs/contract/plugins.md#split-orders). No money moves: every authorization, with what was charged and refunded of it,
/// goes to the part that it was placed for.
/// </summary>
public static class OpenSplit
{
    /// <summary>The platform has the order in parts, and they are not orders of their own yet.</summary>
    public static bool IsAhead(Order order) =>
        order is { Status: OrderStatus.Processed, SplitFrom: null, SplitInto.IsEmpty: false }
        && order.Plugins.SplitConditions.All(condition => condition.Billing == SplitPolicies.NewAuth);

    /// <summary>
    /// Somebody is at work on the order: its commands, its money, what a refund or a return owes, or gift cards whose codes are
    /// made of the order's id.
    /// </summary>
    public static bool IsBusy(Order order) =>
        order.Journal is { IsFinished: false, TakenOver: false }
        || order.Payments.Any(p => p.HasPending || p.AwaitsShopper)
        || !order.OpenRefunds.IsEmpty
        || order.Certificates.Any(certificate => certificate is { IssuedAt: null, Withdrawn: false })
        || order.OwedStock is not null;

    /// <summary>
    /// The order as its first part, with the others in <see cref="Order.PartsToOpen"/>. The same order when it stays one: what
    /// is held or charged does not divide into what the parts cost, or they are too large to be written with it.
    /// </summary>
    public static Order Decide(Order order, Occasion occasion)
    {
        if (!IsAhead(order) || IsBusy(order))
            return order;
        var parts = SplitOrders.Split(order);
        if (
            !parts
                .Skip(1)
                .Select(part => part.PublicOrderId)
                .SequenceEqual(order.SplitInto.Select(part => part.PublicOrderId), StringComparer.Ordinal)
            || !IsDivided(order, parts)
            || parts.Sum(OrderSize.TextOf) > OrderSize.MostText
        )
            return order;
        var first = Own(parts[0]) with { PartsToOpen = [.. parts.Skip(1).Zip(order.SplitInto, (part, pushed) => Opened(part, pushed))] };
        return first.Record("order.split", occasion, detail: string.Join(' ', order.SplitInto.Select(part => part.PublicOrderId)));
    }

    /// <summary>Each part is paid for as the whole is; money that nobody was asked for yet divides as it likes.</summary>
    private static bool IsDivided(Order order, ImmutableArray<Order> parts) =>
        IsCovered(order) ? parts.All(IsCovered) : order.Payments.All(payment => payment.Transactions.IsEmpty);

    private static bool IsCovered(Order order) => order.Payments.Sum(p => p.Held + p.Captured) >= OrderPrice.Of(order).Total;

    private static Order Opened(Order part, SplitPart pushed) =>
        Own(part) with
        {
            PlatformOrderId = pushed.PlatformOrderId,
            Version = 0,
            TimelineLength = 0,
            CommitId = "",
            NewTimeline = [],
            NewOutbox = [],
            SplitInto = [],
            Journal = null,
            WalletOrder = null,
            AbandonedAt = null,
        };

    private static Order Own(Order part) =>
        part with
        {
            Plugins = part.Plugins with { SplitConditions = [] },
            Payments = [.. part.Payments.Where(payment => payment.Amount > 0 || !payment.Transactions.IsEmpty)],
        };
}
