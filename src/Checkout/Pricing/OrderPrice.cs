using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Pricing;

/// <summary>
/// What an order costs, calculated from the order alone; all amounts in minor units of its currency and none negative.
/// The sums are those that clients check (docs/contract/shapes.md#totals):
/// total = lines + line fees + order fees + shipping + added taxes − discounts.
/// </summary>
public sealed record OrderPrice
{
    public required ImmutableArray<PricedLine> Lines { get; init; }
    public required ImmutableArray<PricedFee> Fees { get; init; }

    /// <summary>Every discount once with all that it takes, from lines, order and shipping.</summary>
    public required ImmutableArray<DiscountAmount> Discounts { get; init; }
    public required ImmutableArray<DiscountAmount> ShippingDiscounts { get; init; }

    /// <summary>Taxes of lines, shipping and fees, summed by name.</summary>
    public required ImmutableArray<Tax> Taxes { get; init; }
    public required ImmutableArray<Tax> ShippingTaxes { get; init; }

    /// <summary>What each payment contributes, in the order's payment order.</summary>
    public required ImmutableArray<PaymentShare> Payments { get; init; }

    /// <summary>Σ (price × quantity + line fees).</summary>
    public required long Subtotal { get; init; }
    public required long Shipping { get; init; }
    public required long Total { get; init; }
    public long Discounted => Discounts.Sum(d => d.Value);
    public long Paid => Payments.Sum(p => p.Amount);

    /// <summary>What is still to be paid.</summary>
    public long Balance => Math.Max(0, Total - Paid);

    public static OrderPrice Of(Order order)
    {
        var discounts = new DiscountSpread(order);
        var subtotal = 0L;
        foreach (var line in order.LineItems)
            subtotal = checked(subtotal + line.TotalPrice + line.Fees.Sum(f => f.Amount));

        var lines = order
            .LineItems.Select(
                (line, index) =>
                    new PricedLine(
                        line,
                        discounts.OfLine(index),
                        discounts.OrderShareOfLine(index),
                        order.Taxes?.Lines.GetValueOrDefault(line.Key, []) ?? []
                    )
            )
            .ToImmutableArray();
        var fees = order.Fees.Select(fee => new PricedFee(fee, AmountOf(fee, subtotal))).ToImmutableArray();
        var shipping = order.Shipping.Selected?.Amount ?? 0;
        var shippingTaxes = order.Shipping.Selected is null ? [] : order.Taxes?.Shipping ?? [];
        var taxes = SumByName(lines.SelectMany(l => l.Taxes).Concat(shippingTaxes).Concat(order.Taxes?.Fees ?? []));
        var total = checked(
            subtotal + fees.Sum(f => f.Amount) + shipping + taxes.Where(t => !t.IsIncluded).Sum(t => t.Value) - discounts.Total
        );

        return new OrderPrice
        {
            Lines = lines,
            Fees = fees,
            Discounts = discounts.All,
            ShippingDiscounts = discounts.OfShipping,
            Taxes = taxes,
            ShippingTaxes = shippingTaxes,
            Payments = PaymentShare.Of(order.Payments, total),
            Subtotal = subtotal,
            Shipping = shipping,
            Total = total,
        };
    }

    private static long AmountOf(OrderFee fee, long subtotal) =>
        fee.Kind is AmountKind.Fixed ? Money.Rounding.ToMinorUnits(fee.Value) : Money.Rounding.Percent(subtotal, fee.Value);

    /// <summary>Taxes of one name, added and included apart, as one.</summary>
    public static ImmutableArray<Tax> SumByName(IEnumerable<Tax> taxes) =>
        [.. taxes.GroupBy(t => (t.Name, t.IsIncluded)).Select(g => new Tax(g.Key.Name, g.Sum(t => t.Value), g.Key.IsIncluded))];
}
