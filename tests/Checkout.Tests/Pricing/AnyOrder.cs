using System.Collections.Immutable;
using Checkout.Changing.Taxes;
using Checkout.Money;
using Checkout.Orders;
using CsCheck;

namespace Checkout.Tests.Pricing;

/// <summary>Orders of every kind: empty carts, huge prices, discounts beyond the total, fractions of a per cent.</summary>
internal static class AnyOrder
{
    private static readonly Gen<LineItem> Line = Gen.Select(Gen.Long[0, 500_000], Gen.Int[1, 50], Gen.Bool, Gen.Long[0, 900].List[0, 2])
        .Select(
            (price, quantity, taxable, fees) =>
                new LineItem
                {
                    Key = "",
                    Id = "",
                    Price = price,
                    Quantity = quantity,
                    Taxable = taxable,
                    Fees = [.. fees.Select(amount => new LineFee("Fee", amount))],
                }
        );

    private static readonly Gen<OrderDiscount> Discount = Gen.Select(
            Gen.Enum<DiscountTarget>(),
            Gen.Bool,
            Gen.Int[0, 2_000_000],
            Gen.Int[0, 12_000],
            Gen.Int[0, 5]
        )
        .Select(
            (target, isFixed, amount, basisPoints, line) =>
                new OrderDiscount(
                    "",
                    "CODE",
                    "Text",
                    target,
                    isFixed ? AmountKind.Fixed : AmountKind.Percentage,
                    isFixed ? amount : Math.Min(100m, basisPoints / 100m)
                )
                {
                    LineItemKeys = target is DiscountTarget.Lines && line < 4 ? [$"{line}"] : [],
                }
        );

    private static readonly Gen<OrderFee> Fee = Gen.Select(Gen.Bool, Gen.Int[0, 30_000], Gen.Bool)
        .Select(
            (isFixed, value, taxable) =>
                new OrderFee("fee", "Fee", isFixed ? AmountKind.Fixed : AmountKind.Percentage, isFixed ? value : value / 1000m, taxable)
        );

    public static Gen<Order> Untaxed { get; } =
        Gen.Select(Line.List[0, 6], Discount.List[0, 4], Fee.List[0, 3], Gen.Long[0, 20_000].Nullable())
            .Select(
                (lines, discounts, fees, shipping) =>
                    new Order
                    {
                        PublicOrderId = "order",
                        ShopIdentifier = "shop",
                        OrderId = 1,
                        Currency = new OrderCurrency("CAD"),
                        CreatedAt = DateTimeOffset.UnixEpoch,
                        LineItems = [.. lines.Select((line, i) => line with { Key = $"{i}", Id = $"{i}" })],
                        Discounts = [.. discounts.Select((discount, i) => discount with { Id = $"{i}" })],
                        Fees = [.. fees],
                        Shipping = shipping is { } amount
                            ? new OrderShipping { Selected = new ShippingLine("0", "Standard", amount, "std") }
                            : new OrderShipping(),
                    }
            );

    private static readonly Gen<TaxRates> Rates = Gen.Int[0, 2500]
        .List[0, 3]
        .Select(basisPoints => basisPoints.Select((rate, i) => new TaxRate($"Tax {i}", rate / 10_000m)).ToImmutableArray())
        .Select(rates => new TaxRates { SubTotal = rates, Shipping = rates });

    /// <summary>With taxes added or included.</summary>
    public static Gen<Order> Taxed { get; } =
        Gen.Select(Untaxed, Rates, Gen.Bool).Select((order, rates, included) => GenerateTaxes.Decide(order, rates, included));

    public static Gen<Payment> Payment { get; } =
        Gen.Select(Gen.Long[1, 900_000].Nullable(), Gen.Long[0, 50_000].Nullable())
            .Select(
                (requested, limit) =>
                    new Payment
                    {
                        Id = "",
                        GatewayPublicId = "gateway",
                        Token = "token",
                        Currency = "CAD",
                        RequestedAmount = requested,
                        Limit = limit,
                        CreatedAt = DateTimeOffset.UnixEpoch,
                    }
            );
}
