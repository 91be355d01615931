using Checkout.Changing.Discounts;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Discounts;

public sealed class DiscountCodeTests
{
    private static readonly DiscountCode TenOff = new()
    {
        Code = "TENOFF",
        Kind = AmountKind.Percentage,
        Value = 10,
    };

    [Fact]
    public void Add_SecondCoupon_IsRefused()
    {
        var shop = With(TenOff, TenOff with { Code = "OTHER" });
        var order = Add(AnOrder.Of(AnOrder.Line()), shop, "TENOFF").Value;
        Reason(Add(order, shop, "OTHER")).ShouldContain("Only one");
    }

    [Fact]
    public void Add_Blank_IsAnAuthorizationProblem()
    {
        var problem = Add(AnOrder.Of(), With(TenOff), "  ").Problems.ShouldHaveSingleItem();
        (problem.Type, problem.Field, problem.SubType).ShouldBe(("authorization", "code", ""));
    }

    [Fact]
    public void Add_EveryReason_IsToldInTheSameShape()
    {
        var now = AnOrder.Now.At;
        var order = AnOrder.Of(AnOrder.Line()) with
        {
            Customer = new() { EmailAddress = "jane@example.com" },
            ShippingAddress = AnOrder.Winnipeg,
        };
        Result<Order>[] refused =
        [
            Add(order, With(), "TENOFF"),
            Add(order, Off(With(TenOff)), "TENOFF"),
            Add(order, With(TenOff with { StartsAt = now.AddDays(1) }), "TENOFF"),
            Add(order, With(TenOff with { EndsAt = now }), "TENOFF"),
            Add(order, With(TenOff with { UseLimit = 3, UsedBefore = 2 }), "TENOFF", new DiscountCounts(1, 0)),
            Add(order, With(TenOff with { UseLimitPerCustomer = 1 }), "TENOFF", new DiscountCounts(1, 1)),
            Add(order with { Customer = null }, With(TenOff with { UseLimitPerCustomer = 1 }), "TENOFF"),
            Add(order, With(TenOff with { Emails = ["john@example.com"] }), "TENOFF"),
            Add(order, With(TenOff with { MinimumSubtotal = 100_000 }), "TENOFF"),
            Add(order, With(TenOff with { Countries = ["US"] }), "TENOFF"),
            Add(order, With(TenOff with { Skus = ["elsewhere"] }), "TENOFF"),
        ];
        refused.ShouldAllBe(r =>
            r.Problems.Single().Type == "order" && r.Problems.Single().Field == "discounts" && r.Problems.Single().SubType == "discounts"
        );
        refused.Select(Reason).Distinct().Count().ShouldBe(refused.Length);
    }

    [Fact]
    public void Remove_Code_TakesItOffInAnyCase()
    {
        var order = Add(AnOrder.Of(AnOrder.Line()), With(TenOff), "TENOFF").Value;
        RemoveDiscountCode.Decide(order, "tenoff", AnOrder.Now).Value.Discounts.ShouldBeEmpty();
    }

    [Fact]
    public void Recheck_CodeThatRanOut_IsTold()
    {
        var shop = With(TenOff with { EndsAt = AnOrder.Now.At.AddHours(1) });
        var order = Add(AnOrder.Of(AnOrder.Line()), shop, "TENOFF").Value;
        RecheckDiscounts.Check(order, shop, AnOrder.Now).ShouldBeEmpty();
        RecheckDiscounts
            .Check(order, shop, AnOrder.Now with { At = AnOrder.Now.At.AddHours(2) })
            .ShouldHaveSingleItem()
            .Field.ShouldBe("discounts");
    }

    private static Result<Order> Add(Order order, Shop shop, string code, DiscountCounts? counts = null) =>
        AddDiscountCode.Decide(order, shop, code, AnOrder.Now, new CountingIds(), counts);

    private static Shop With(params DiscountCode[] codes) => AnOrder.Shop() with { DiscountCodes = [.. codes] };

    private static Shop Off(Shop shop) => shop with { Checkout = shop.Checkout with { DiscountsEnabled = false } };

    private static string Reason(Result<Order> refused) => refused.Problems.ShouldHaveSingleItem().Message;
}
