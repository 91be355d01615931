using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments.Splitting;

/// <summary>
/// Splits an order by the conditions plugins have set (docs/contract/plugins.md#split-orders). The conditions apply in the
/// order they came, each to the parts that the one before it made. Totals of the parts add up to that of the order.
/// </summary>
public static class SplitOrders
{
    /// <summary>The parts; the order itself when no condition is met. The first part keeps the order's id.</summary>
    public static ImmutableArray<Order> Split(Order order)
    {
        ImmutableArray<Order> parts = [order with { Payments = SplitPayments.Fixed(order) }];
        foreach (var condition in order.Plugins.SplitConditions)
            parts = [.. parts.SelectMany(part => Split(part, condition))];
        return parts.Length == 1 ? [order] : SplitPayments.Share([.. parts.Select((part, i) => Named(part, order, i))], order);
    }

    private static ImmutableArray<Order> Split(Order order, SplitCondition condition)
    {
        var price = OrderPrice.Of(order);
        var isByAddress = condition.ConditionType is SplitPolicies.ShippingAddress;
        var lines = isByAddress ? SplitLines.ByAddress(order, price) : SplitLines.ByPreOrder(price);
        if (lines.Length < 2)
            return [order];

        List<long> values = [.. lines.Select(part => part.Lines.Sum(l => l.Line.TotalPrice))];
        List<long> open = [.. lines.Select(part => part.Lines.Sum(l => l.Line.TotalPrice - l.Discounts.Sum(d => d.Value)))];
        var discounts = Spread(price.Lines.Sum(l => l.OrderDiscountShare), condition.Discount, values, open);
        var shipping =
            isByAddress && !OrderDestinations.HasOneRate(order)
                ? [.. lines.Select(part => SplitShipping.Of(part.Destination))]
                : SplitShipping.Of(order, price, Spread(price.Shipping, condition.ShippingCost, values, null));
        var shippingDiscounts = LargestRemainder.Split(
            price.ShippingDiscounts.Sum(d => d.Value),
            [.. shipping.Select(part => part.Selected?.Amount ?? 0)]
        );

        var parts = lines
            .Select(
                (part, i) =>
                    order with
                    {
                        LineItems = [.. part.Lines.Select(l => l.Line)],
                        ShippingAddress = part.Address ?? order.ShippingAddress,
                        FurtherShippingAddresses = isByAddress ? [] : order.FurtherShippingAddresses,
                        Discounts = Discounts(order, part.Lines, discounts[i], shippingDiscounts[i]),
                        Fees = i == 0 ? [.. price.Fees.Select(f => f.Fee with { Kind = AmountKind.Fixed, Value = f.Amount })] : [],
                        Shipping = new OrderShipping { Selected = shipping[i].Selected },
                        Taxes = order.Taxes is { } taxes
                            ? new OrderTaxes
                            {
                                Lines = part
                                    .Lines.Where(l => !l.Taxes.IsEmpty)
                                    .ToImmutableDictionary(l => l.Line.Key, l => l.Taxes, StringComparer.Ordinal),
                                Shipping = shipping[i].Taxes,
                                Fees = i == 0 ? taxes.Fees : [],
                            }
                            : null,
                    }
            )
            .ToList();

        var totals = parts.ConvertAll(part => OrderPrice.Of(part).Total);
        var paid = SplitPayments.Fill(order.Payments, totals);
        return
        [
            .. parts.Select(
                (part, i) =>
                    part with
                    {
                        Payments =
                        [
                            .. order.Payments.Select((payment, p) => payment with { RequestedAmount = paid[p][i], Amount = paid[p][i] }),
                        ],
                    }
            ),
        ];
    }

    /// <summary>A sum over the parts by policy; what a part cannot take goes to the parts that can.</summary>
    private static ImmutableArray<long> Spread(long sum, string policy, List<long> values, List<long>? most)
    {
        var parts = policy switch
        {
            SplitPolicies.OrderCount => LargestRemainder.Split(sum, [.. values.Select(_ => 1L)]),
            SplitPolicies.OrderValue => LargestRemainder.Split(sum, values),
            _ => [sum, .. values.Skip(1).Select(_ => 0L)],
        };
        if (most is null)
            return parts;
        var taken = parts.Select((part, i) => Math.Min(part, most[i])).ToArray();
        var left = sum - taken.Sum();
        for (var i = 0; i < taken.Length && left > 0; i++)
        {
            var more = Math.Min(left, most[i] - taken[i]);
            taken[i] += more;
            left -= more;
        }

        return [.. taken];
    }

    /// <summary>The discounts of a part as amounts: those of its lines, its share of those on the order, and on its shipping.</summary>
    private static ImmutableArray<OrderDiscount> Discounts(Order order, ImmutableArray<SplitLine> part, long ofOrder, long ofShipping)
    {
        var text = order.Discounts.FirstOrDefault(d => d.Target is DiscountTarget.Order)?.Text ?? "";
        var discounts = ImmutableArray.CreateBuilder<OrderDiscount>();
        foreach (var line in part)
            discounts.AddRange(
                line.Discounts.Where(d => d.Value > 0)
                    .Select(d => new OrderDiscount(
                        $"{d.Id}:{line.Line.Key}",
                        d.Code,
                        d.Text,
                        DiscountTarget.Lines,
                        AmountKind.Fixed,
                        d.Value
                    )
                    {
                        Source = d.Source,
                        LineItemKeys = [line.Line.Key],
                    })
            );
        if (ofOrder > 0)
            discounts.Add(
                new OrderDiscount("order", "", text, DiscountTarget.Order, AmountKind.Fixed, ofOrder) { Source = DiscountSources.Cart }
            );
        if (ofShipping > 0)
            discounts.Add(
                new OrderDiscount("shipping", "", text, DiscountTarget.Shipping, AmountKind.Fixed, ofShipping)
                {
                    Source = DiscountSources.Cart,
                }
            );
        return discounts.ToImmutable();
    }

    /// <summary>Ids made from the order's own, so that splitting it again names the same parts.</summary>
    private static Order Named(Order part, Order order, int index)
    {
        if (index == 0)
            return part with { SplitFrom = order.PublicOrderId };
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{order.PublicOrderId}:{index}"));
        return part with
        {
            PublicOrderId = Convert.ToHexStringLower(hash),
            OrderId = BinaryPrimitives.ReadInt64BigEndian(hash) & ((1L << 53) - 1),
            SplitFrom = order.PublicOrderId,
        };
    }
}
