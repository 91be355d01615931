using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments.Splitting;

/// <summary>A line of a part, with what the discounts on it and its taxes are there; the parts of a line add up to it.</summary>
internal sealed record SplitLine(LineItem Line, ImmutableArray<DiscountAmount> Discounts, ImmutableArray<Tax> Taxes);
