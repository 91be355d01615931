using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Pricing;

/// <param name="Discounts">Discounts on this line itself.</param>
/// <param name="OrderDiscountShare">The line's part of the discounts on the whole order.</param>
public sealed record PricedLine(LineItem Line, ImmutableArray<DiscountAmount> Discounts, long OrderDiscountShare, ImmutableArray<Tax> Taxes)
{
    /// <summary>What taxes are calculated from: price and fees less every discount.</summary>
    public long Net => Line.TotalPrice + Line.Fees.Sum(f => f.Amount) - Discounts.Sum(d => d.Value) - OrderDiscountShare;
}
