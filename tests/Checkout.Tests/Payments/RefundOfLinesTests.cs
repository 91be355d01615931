using Checkout.Money;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Payments;

public sealed class RefundOfLinesTests
{
    private static readonly Order Order = AnOrder.Of(AnOrder.Line("a", quantity: 3, price: 333), AnOrder.Line("b", price: 500)) with
    {
        Discounts = [new OrderDiscount("d", "D", "", DiscountTarget.Order, AmountKind.Percentage, 10)],
        Taxes = new OrderTaxes
        {
            Lines = System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<Tax>>.Empty.Add(
                "a",
                [new Tax("GST", 45, IsIncluded: false), new Tax("VAT", 7, IsIncluded: true)]
            ),
        },
    };

    [Fact]
    public void Of_AllUnits_IsWhatTheLineCost() => RefundOfLines.Of(Order, [new("a", 3)]).ShouldBe(OrderPrice.Of(Order).Lines[0].Net + 45);

    [Fact]
    public void Of_UnitByUnit_AddsUpToTheLine()
    {
        var (sum, order) = (0L, Order);
        for (var unit = 0; unit < 3; unit++)
        {
            sum += RefundOfLines.Of(order, [new("a", 1)]);
            order = order with { LineItems = order.LineItems.SetItem(0, order.LineItems[0] with { RestockedQuantity = unit + 1 }) };
        }

        sum.ShouldBe(RefundOfLines.Of(Order, [new("a", 3)]));
    }

    [Fact]
    public void Refusal_UnknownTwiceOrTooMany_NamesTheLines()
    {
        RefundOfLines.Refusal(Order, [new("nope", 1)])!.SubType.ShouldBe("line_item_not_found");
        RefundOfLines.Refusal(Order, [new("a", 1), new("a", 1)])!.SubType.ShouldBe("line_item_repeated");
        RefundOfLines.Refusal(Order, [new("a", 4)])!.SubType.ShouldBe("out_of_range");
        RefundOfLines.Refusal(Order, [new("a", 3), new("b", 1)]).ShouldBeNull();
    }
}
