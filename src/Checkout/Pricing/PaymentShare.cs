using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Pricing;

/// <summary>
/// What a payment contributes (docs/contract/decisions.md, D26). Money already asked for from a gateway counts first; the rest
/// follows the guide (docs/contract/payments.md#authorize): payments with amounts, in the order given, then
/// those without, none beyond the total and a gift card never beyond its balance. What is then still left is for the payments
/// that hold money already: those without an amount cover it, those with one up to that amount.
/// </summary>
public sealed record PaymentShare(string PaymentId, long Amount)
{
    /// <param name="retryFailed">Gives a declined payment its share again, to try it once more.</param>
    public static ImmutableArray<PaymentShare> Of(ImmutableArray<Payment> payments, long total, bool retryFailed = false)
    {
        var division = new Division(payments, total, retryFailed);
        division.CountWhatStands();
        division.Give(payment => payment.RequestedAmount is not null);
        division.Give(payment => payment.RequestedAmount is null);
        division.Grow();
        return [.. payments.Select((payment, i) => new PaymentShare(payment.Id, division.Amounts[i]))];
    }

    private sealed class Division(ImmutableArray<Payment> payments, long total, bool retryFailed)
    {
        private long left = total;

        public long[] Amounts { get; } = new long[payments.Length];

        /// <summary>What a gateway was asked for already counts in full, even beyond the total.</summary>
        public void CountWhatStands()
        {
            for (var i = 0; i < payments.Length; i++)
            {
                if (!IsOpen(payments[i]) && payments[i].Stands)
                    Add(i, payments[i].Amount);
            }
        }

        /// <summary>To open payments of a kind in turn, none beyond what is left or its balance.</summary>
        public void Give(Func<Payment, bool> which)
        {
            for (var i = 0; i < payments.Length; i++)
            {
                if (IsOpen(payments[i]) && which(payments[i]))
                    Add(i, Math.Min(Math.Min(payments[i].RequestedAmount ?? long.MaxValue, Most(i)), Math.Max(0, left)));
            }
        }

        /// <summary>To payments that hold money already, up to their amount and balance.</summary>
        public void Grow()
        {
            for (var i = 0; i < payments.Length && left > 0; i++)
            {
                var payment = payments[i];
                if (IsOpen(payment) || !payment.Stands || payment.AwaitsShopper)
                    continue;
                var most = Math.Min(payment.RequestedAmount ?? long.MaxValue, payment.Limit ?? long.MaxValue);
                Add(i, Math.Clamp(most - Amounts[i], 0, left));
            }
        }

        private void Add(int index, long amount)
        {
            Amounts[index] += amount;
            left -= amount;
        }

        // A card that is named twice has its balance once.
        private long Most(int index) =>
            payments[index].Limit is not { } limit
                ? long.MaxValue
                : Math.Max(
                    0,
                    limit
                        - payments.Select((payment, i) => IsSameTender(payment, payments[index]) && IsOpen(payment) ? Amounts[i] : 0).Sum()
                );

        // No gateway was asked yet, so the amount may still follow the total.
        private bool IsOpen(Payment payment) => payment.Transactions.IsEmpty || (retryFailed && payment.HasFailed);
    }

    private static bool IsSameTender(Payment a, Payment b) => a.Token == b.Token && a.GatewayPublicId == b.GatewayPublicId;
}
