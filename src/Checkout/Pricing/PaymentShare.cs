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
        var amounts = new long[payments.Length];
        var left = total;
        Give(payment => !IsOpen(payment), payment => payment.Stands ? payment.Amount : 0, capped: false);
        Give(payment => IsOpen(payment) && payment.RequestedAmount is not null, payment => payment.RequestedAmount ?? 0, capped: true);
        Give(payment => IsOpen(payment) && payment.RequestedAmount is null, _ => Math.Max(0, left), capped: true);
        for (var i = 0; i < payments.Length && left > 0; i++)
            Grow(i);
        return [.. payments.Select((payment, i) => new PaymentShare(payment.Id, amounts[i]))];

        void Give(Func<Payment, bool> which, Func<Payment, long> asked, bool capped)
        {
            for (var i = 0; i < payments.Length; i++)
            {
                if (!which(payments[i]))
                    continue;
                var amount = asked(payments[i]);
                amounts[i] = capped ? Math.Min(Math.Min(amount, Most(i)), Math.Max(0, left)) : amount;
                left -= amounts[i];
            }
        }

        void Grow(int index)
        {
            var payment = payments[index];
            if (IsOpen(payment) || !payment.Stands || payment.AwaitsShopper)
                return;
            var most = Math.Min(payment.RequestedAmount ?? long.MaxValue, payment.Limit ?? long.MaxValue);
            var more = Math.Clamp(most - amounts[index], 0, left);
            amounts[index] += more;
            left -= more;
        }

        // A card that is named twice has its balance once.
        long Most(int index) =>
            payments[index].Limit is not { } limit
                ? long.MaxValue
                : Math.Max(
                    0,
                    limit
                        - payments.Select((payment, i) => IsSameTender(payment, payments[index]) && IsOpen(payment) ? amounts[i] : 0).Sum()
                );

        // No gateway was asked yet, so the amount may still follow the total.
        bool IsOpen(Payment payment) => payment.Transactions.IsEmpty || (retryFailed && payment.HasFailed);
    }

    private static bool IsSameTender(Payment a, Payment b) => a.Token == b.Token && a.GatewayPublicId == b.GatewayPublicId;
}
