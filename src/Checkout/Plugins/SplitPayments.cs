using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;

namespace Checkout.Plugins;

/// <summary>How the payments of an order stand to the orders that it is split into (reference/plugin-actions.txt, Policy Types).</summary>
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
        var parts = SplitOrders.Split(order with
        {
            Plugins = order.Plugins with { SplitConditions = apart },
            Payments = [.. order.Payments.Select((payment, i) => payment with { RequestedAmount = shares[i], Amount = shares[i], Transactions = [] })],
        });
        return [.. shares.Select((_, payment) => parts.Select(part => part.Payments[payment].Amount).Where(amount => amount > 0).ToImmutableArray())];
    }

    /// <summary>The payments with what each contributes as its amount, and without the movements of its money.</summary>
    internal static ImmutableArray<Payment> Fixed(Order order) =>
        [.. order.Payments.Zip(OrderPrice.Of(order).Payments, (payment, share) => payment with { RequestedAmount = share.Amount, Amount = share.Amount, Transactions = [] })];

    /// <summary>
    /// What each payment pays of each part: payments in their order fill parts in theirs, so that no part is paid more than it
    /// costs and no minor unit is lost; what is left over stays with the first.
    /// </summary>
    internal static ImmutableArray<long[]> Fill(ImmutableArray<Payment> payments, IEnumerable<long> totals)
    {
        var open = totals.ToArray();
        return [.. payments.Select(payment =>
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
        })];
    }

    /// <summary>The parts with the movements of money that are theirs alone; what several share stands on the first.</summary>
    internal static ImmutableArray<Order> Share(ImmutableArray<Order> parts, Order order)
    {
        var owned = parts.Select(part => part.Payments.ToArray()).ToArray();
        for (var p = 0; p < order.Payments.Length; p++)
        {
            var owners = new Dictionary<string, int>(StringComparer.Ordinal);
            var free = new HashSet<int>(Enumerable.Range(0, parts.Length));
            foreach (var transaction in order.Payments[p].Transactions)
            {
                var owner = transaction.ParentId is { } parent && owners.TryGetValue(parent, out var same) ? same : Owner(transaction, p);
                owners[transaction.Id] = owner;
                owned[owner][p] = owned[owner][p] with { Transactions = owned[owner][p].Transactions.Add(transaction) };
            }

            int Owner(PaymentTransaction transaction, int payment)
            {
                var own = transaction.Status is TransactionStatus.Failed
                    ? -1
                    : Array.FindIndex(owned, part => part[payment].Amount == transaction.Amount && free.Contains(Array.IndexOf(owned, part)));
                free.Remove(own);
                return Math.Max(own, 0);
            }
        }

        return [.. parts.Select((part, i) => part with { Payments = [.. owned[i]] })];
    }
}
