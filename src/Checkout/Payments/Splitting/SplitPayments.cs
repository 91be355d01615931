using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments.Splitting;

/// <summary>
/// How the payments of an order are divided over the orders that it is split into
/// (docs/contract/plugins.md#split-orders).
/// </summary>
public static class SplitPayments
{
    /// <summary>
    /// The holds to place on each payment for its share: one for every order that is authorized on its own (NEW_AUTH), or one
    /// for all that share it. They add up to the share.
    /// </summary>
    /// <param name="shares">Minor units, one for each payment.</param>
    public static ImmutableArray<ImmutableArray<long>> Holds(Order order, ImmutableArray<long> shares)
    {
        var apart = order.Plugins.SplitConditions.RemoveAll(condition => condition.Billing != SplitPolicies.NewAuth);
        if (apart.IsEmpty)
            return [.. shares.Select(share => ImmutableArray.Create(share))];
        var parts = SplitOrders.Split(
            order with
            {
                Plugins = order.Plugins with { SplitConditions = apart },
                Payments =
                [
                    .. order.Payments.Select(
                        (payment, i) => payment with { RequestedAmount = shares[i], Amount = shares[i], Transactions = [] }
                    ),
                ],
            }
        );
        return
        [
            .. shares.Select(
                (_, payment) => parts.Select(part => part.Payments[payment].Amount).Where(amount => amount > 0).ToImmutableArray()
            ),
        ];
    }

    /// <summary>The payments with what each contributes as its amount, and without the movements of its money.</summary>
    internal static ImmutableArray<Payment> Fixed(Order order) =>
        [
            .. order.Payments.Zip(
                OrderPrice.Of(order).Payments,
                (payment, share) => payment with { RequestedAmount = share.Amount, Amount = share.Amount, Transactions = [] }
            ),
        ];

    /// <summary>
    /// What each payment pays of each part: payments in their order fill parts in theirs, so that no part is paid more than it
    /// costs and no minor unit is lost; what is left over stays with the first.
    /// </summary>
    internal static ImmutableArray<long[]> Fill(ImmutableArray<Payment> payments, IEnumerable<long> totals)
    {
        var open = totals.ToArray();
        return
        [
            .. payments.Select(payment =>
            {
                var (paid, left) = (new long[open.Length], payment.Amount);
                for (var i = 0; i < open.Length; i++)
                {
                    paid[i] = Math.Min(left, open[i]);
                    open[i] -= paid[i];
                    left -= paid[i];
                }

                paid[0] += left;
                return paid;
            }),
        ];
    }

    /// <summary>The parts with the movements of money that are theirs alone; what several share is on the first.</summary>
    internal static ImmutableArray<Order> Share(ImmutableArray<Order> parts, Order order)
    {
        var moved = order.Payments.Select((payment, p) => ByPart(payment, [.. parts.Select(part => part.Payments[p].Amount)])).ToArray();
        return
        [
            .. parts.Select(
                (part, i) => part with { Payments = [.. part.Payments.Select((payment, p) => payment with { Transactions = moved[p][i] })] }
            ),
        ];
    }

    /// <summary>The movements of one payment, for each part those that are its own.</summary>
    /// <param name="shares">What the payment pays of each part, minor units.</param>
    private static ImmutableArray<ImmutableArray<PaymentTransaction>> ByPart(Payment payment, ImmutableArray<long> shares)
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        var unheld = Enumerable.Range(0, shares.Length).ToList();
        foreach (var movement in payment.Transactions)
            parts[movement.Id] = movement.ParentId is { } parent && parts.TryGetValue(parent, out var same) ? same : PartOf(movement);
        return [.. shares.Select((_, part) => payment.Transactions.Where(movement => parts[movement.Id] == part).ToImmutableArray())];

        // A hold does not say which part it was placed for. Holds were placed one for each share, so it is that of the first
        // part that costs just as much and has none yet; a hold for all parts together costs like none of them. One that came
        // to nothing says nothing, and all that a payment for one part alone ever held was for that part.
        int PartOf(PaymentTransaction hold)
        {
            if (shares.Count(share => share > 0) == 1)
                return shares.IndexOf(shares.First(share => share > 0));
            var at = CameToNothing(hold) ? -1 : unheld.FindIndex(part => shares[part] == hold.Amount);
            if (at < 0)
                return 0;
            var found = unheld[at];
            unheld.RemoveAt(at);
            return found;
        }

        bool CameToNothing(PaymentTransaction hold) =>
            hold.Status is TransactionStatus.Failed
            || hold.Expired
            || payment
                .Transactions.Where(t => t is { Kind: TransactionKind.Void, Status: TransactionStatus.Succeeded } && t.ParentId == hold.Id)
                .Sum(t => t.Amount) >= hold.Amount;
    }
}
