using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Pricing;

/// <summary>
/// Spreads the discounts of an order: those on lines first, then those on the order, each in the order they were
/// added and each on what the earlier ones left. None takes more than there is, so nothing turns negative.
/// </summary>
internal sealed class DiscountSpread
{
    private readonly long[] left;
    private readonly long[] orderShare;
    private readonly List<DiscountAmount>[] ofLine;
    private readonly List<DiscountAmount> ofShipping = [];
    private readonly Dictionary<string, long> taken = new(StringComparer.Ordinal);
    private readonly Order order;

    public DiscountSpread(Order order)
    {
        this.order = order;
        left = [.. order.LineItems.Select(line => line.TotalPrice)];
        orderShare = new long[left.Length];
        ofLine = new List<DiscountAmount>[left.Length];

        foreach (var discount in order.Discounts.Where(d => d.Target is DiscountTarget.Lines))
            TakeFromLines(discount);
        foreach (var discount in order.Discounts.Where(d => d.Target is DiscountTarget.Order))
            TakeFromOrder(discount);
        var shippingLeft = order.Shipping.Selected?.Amount ?? 0;
        foreach (var discount in order.Discounts.Where(d => d.Target is DiscountTarget.Shipping))
        {
            var amount = Math.Min(AmountOf(discount, shippingLeft), shippingLeft);
            shippingLeft -= amount;
            taken[discount.Id] = amount;
            ofShipping.Add(Named(discount, amount));
        }
    }

    public ImmutableArray<DiscountAmount> All => [.. order.Discounts.Select(d => Named(d, taken.GetValueOrDefault(d.Id)))];

    public ImmutableArray<DiscountAmount> OfShipping => [.. ofShipping];

    public long Total => taken.Values.Sum();

    public ImmutableArray<DiscountAmount> OfLine(int index) => ofLine[index] is { } discounts ? [.. discounts] : [];

    public long OrderShareOfLine(int index) => orderShare[index];

    private void TakeFromLines(OrderDiscount discount)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (!Means(discount, order.LineItems[i]))
                continue;
            var amount = Math.Min(AmountOf(discount, left[i]), left[i]);
            left[i] -= amount;
            taken[discount.Id] = taken.GetValueOrDefault(discount.Id) + amount;
            (ofLine[i] ??= []).Add(Named(discount, amount));
        }
    }

    private void TakeFromOrder(OrderDiscount discount)
    {
        var base_ = left.Sum();
        var amount = Math.Min(AmountOf(discount, base_), base_);
        taken[discount.Id] = amount;
        if (amount == 0)
            return;
        var parts = LargestRemainder.Split(amount, left);
        for (var i = 0; i < left.Length; i++)
        {
            left[i] -= parts[i];
            orderShare[i] += parts[i];
        }
    }

    private static bool Means(OrderDiscount discount, LineItem line) =>
        discount.LineItemKeys.IsEmpty || discount.LineItemKeys.Contains(line.Key, StringComparer.Ordinal) != discount.ExceptLines;

    private static long AmountOf(OrderDiscount discount, long from) =>
        discount.Kind is AmountKind.Fixed ? Rounding.ToMinorUnits(discount.Value) : Rounding.Percent(from, discount.Value);

    private static DiscountAmount Named(OrderDiscount discount, long amount) =>
        new(discount.Id, discount.Code, discount.Text, amount, discount.Source);
}
