using System.Collections.Immutable;
using Checkout.Mail.Letters;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using CsCheck;

namespace Checkout.Mail.Tests;

/// <summary>What a shopper adds up on their receipt is what they were charged.</summary>
public sealed class LetterSumTests
{
    private static readonly Gen<LineItem> Line = Gen.Select(
        Gen.Long[0, 100_000],
        Gen.Int[1, 9],
        Gen.Long[0, 500].Array[0, 2],
        (price, quantity, fees) =>
            new LineItem
            {
                Key = Guid.NewGuid().ToString("N"),
                Id = "1",
                ProductTitle = "A",
                Price = price,
                Quantity = quantity,
                Fees = [.. fees.Select(fee => new LineFee("fee", fee))],
            }
    );

    private static readonly Gen<OrderDiscount> Discount = Gen.Select(
        Gen.Enum<DiscountTarget>(),
        Gen.Enum<AmountKind>(),
        Gen.Int[0, 120],
        (target, kind, value) => new OrderDiscount(Guid.NewGuid().ToString("N"), "CODE", "", target, kind, value)
    );

    private static readonly Gen<Tax> Taxed = Gen.Select(Gen.Long[0, 900], Gen.Bool, (value, included) => new Tax("GST", value, included));

    private static readonly Gen<Order> Orders = Gen.Select(
        Line.Array[1, 6],
        Discount.Array[0, 3],
        Gen.Select(Gen.Enum<AmountKind>(), Gen.Int[0, 40]).Array[0, 3],
        Gen.Long[0, 3_000],
        Taxed.Array[0, 4],
        (lines, discounts, fees, shipping, taxes) =>
            Stage.Order() with
            {
                LineItems = [.. lines],
                Discounts = [.. discounts],
                Fees = [.. fees.Select((fee, i) => new OrderFee($"{i}", "", fee.Item1, fee.Item2, Taxable: false))],
                Shipping = new OrderShipping { Selected = new ShippingLine("1", "Post", shipping, "post") },
                Taxes = new OrderTaxes
                {
                    Shipping = [.. taxes.Take(1)],
                    Fees = [.. taxes.Skip(1).Take(1)],
                    Lines =
                        taxes.Length > 2
                            ? ImmutableDictionary<string, ImmutableArray<Tax>>.Empty.Add(lines[0].Key, [.. taxes.Skip(2)])
                            : ImmutableDictionary<string, ImmutableArray<Tax>>.Empty,
                },
            }
    );

    [Fact]
    public void Of_AnyOrder_LinesAndRowsAddUpToItsTotal() =>
        Orders.Sample(
            order =>
            {
                var price = OrderPrice.Of(order);
                var rows = SumRow.Of(price, isShipped: true, LetterWords.Of("en"));
                var lines = order.LineItems.Sum(line => line.TotalPrice + line.Fees.Sum(fee => fee.Amount));

                var subtotal = rows.Where(row => row.Kind == "subtotal").Select(row => row.Amount).DefaultIfEmpty(lines).Single();
                var added = rows.Where(row => row.Kind is not ("subtotal" or SumRow.Total)).Sum(row => row.Amount);

                subtotal.ShouldBe(lines);
                (subtotal + added).ShouldBe(rows[^1].Amount);
                rows[^1].Kind.ShouldBe(SumRow.Total);
                rows[^1].Amount.ShouldBe(price.Total);
            },
            iter: 2000
        );

    [Theory]
    [InlineData("en", 123456, "CAD", "$1,234.56\u00a0CAD")]
    [InlineData("fr", 123456, "CAD", "1\u202f234,56\u00a0$\u00a0CAD")]
    [InlineData("de", 123456, "EUR", "1.234,56\u00a0€")]
    [InlineData("es", -1999, "EUR", "\u221219,99\u00a0€")]
    [InlineData("en", 1234, "JPY", "¥1,234\u00a0JPY")]
    [InlineData("de", 1234567, "KWD", "1.234,567\u00a0د.ك")]
    public void Amount_CurrencyAndLanguage_AsTheyWriteIt(string language, long amount, string currency, string expected) =>
        LetterWords.Of(language).Amount(amount, currency).ShouldBe(expected);
}
