using Checkout.Changing.Hydrating;
using Checkout.Orders;
using Checkout.Pricing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Hydrating;

public sealed class HydrateOrderTests
{
    private static readonly Occasion At = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero), "backend");

    private static readonly Order Simple = new()
    {
        PublicOrderId = "p",
        ShopIdentifier = "shop",
        OrderId = 1,
        Currency = new OrderCurrency("CAD"),
        CreatedAt = At.At,
        IsSimple = true,
    };

    private static readonly HydratedOrder Said = new()
    {
        Customer = null,
        ShippingAddress = null,
        BillingAddress = null,
        Lines =
        [
            new LineItem
            {
                Key = "a",
                Id = "new",
                Price = 3333,
                Quantity = 3,
            },
        ],
        Shipping = new NamedAmount("Flat", 1000),
        Taxes = [new NamedAmount("GST", 550)],
        Fees = [new NamedAmount("Gift wrap", 200)],
        Total = 11_749,
    };

    [Fact]
    public void Parts_ThatAddUp_AreTheOrder()
    {
        var order = HydrateOrder.Decide(Simple, Said, At).Value;

        OrderPrice.Of(order).Total.ShouldBe(11_749);
        order.Fees.ShouldHaveSingleItem().LineText.ShouldBe("Gift wrap");
        order.Discounts.ShouldBeEmpty();
        order.NewTimeline.ShouldHaveSingleItem().Amount.ShouldBe(11_749);
    }

    /// <summary>Row totals are rounded where unit prices are not: the platform's total is a cent off the sum of its parts.</summary>
    [Theory]
    [InlineData(11_750, 1, 0)]
    [InlineData(11_748, 0, 1)]
    public void Difference_BecomesAFeeOrADiscount(long total, long fee, long discount)
    {
        var price = OrderPrice.Of(HydrateOrder.Decide(Simple, Said with { Total = total }, At).Value);

        price.Total.ShouldBe(total);
        price.Fees.Where(f => f.Fee.LineText == "Adjustment").Sum(f => f.Amount).ShouldBe(fee);
        price.Discounts.Where(d => d.Text == "Adjustment").Sum(d => d.Value).ShouldBe(discount);
    }

    /// <summary>A coupon may take the shipping too; the order's own discounts take from lines alone.</summary>
    [Fact]
    public void DiscountBeyondTheLines_TakesTheShipping()
    {
        var said = Said with { Discounts = [new NamedAmount("FREE", 10_999)], Total = 750 };

        var price = OrderPrice.Of(HydrateOrder.Decide(Simple, said, At).Value);

        price.Total.ShouldBe(750);
        price.ShippingDiscounts.Sum(d => d.Value).ShouldBe(1000);
    }

    [Fact]
    public void DiscountBeyondLinesAndShipping_IsRefused() =>
        HydrateOrder
            .Decide(Simple, Said with { Discounts = [new NamedAmount("FREE", 11_500)], Total = 249 }, At)
            .Problems.ShouldHaveSingleItem()
            .SubType.ShouldBe("totals");

    [Fact]
    public void Line_SaidAgain_KeepsItsId()
    {
        var before = HydrateOrder.Decide(Simple, Said, At).Value;

        var after = HydrateOrder.Decide(before, Said with { Lines = [Said.Lines[0] with { Id = "newer" }] }, At).Value;

        after.LineItems.ShouldHaveSingleItem().Id.ShouldBe("new");
    }

    [Fact]
    public void OrderThatIsFinal_IsRefused() =>
        HydrateOrder.Decide(Simple with { Status = OrderStatus.Processed }, Said, At).Problems[0].SubType.ShouldBe("is_processed");

    [Fact]
    public void OrderWithACartOfItsOwn_IsRefused() =>
        HydrateOrder.Decide(Simple with { IsSimple = false }, Said, At).Problems[0].SubType.ShouldBe("not_simple");

    [Fact]
    public void PlatformAmounts_RefuseAnotherTotal_OfASimpleOrderAlone()
    {
        var before = HydrateOrder.Decide(Simple, Said, At).Value;
        var cheaper = before with { LineItems = [before.LineItems[0] with { Quantity = 1 }] };

        PlatformAmounts.Refuse(before, cheaper)!.SubType.ShouldBe("simple_order");
        PlatformAmounts.Refuse(before, before with { Customer = new Customer() }).ShouldBeNull();
        PlatformAmounts.Refuse(before with { IsSimple = false }, cheaper).ShouldBeNull();
    }
}
