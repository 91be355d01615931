using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Orders;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Addresses;

public sealed class SetAddressTests
{
    private static readonly Address NewYork = AnOrder.Winnipeg with
    {
        Country = "United States",
        CountryCode = "US",
        Province = "New York",
        ProvinceCode = "NY",
        PostalCode = "10001",
    };

    [Fact]
    public void Decide_AddressThatStillSupportsTheLine_KeepsIt()
    {
        var shop = AnOrder.Shop();
        var moved = SetAddress
            .Decide(AnOrder.WithShipping(shop), shop, AddressKind.Shipping, AnOrder.Winnipeg with { City = "Brandon" }, AnOrder.Now)
            .Value;
        moved.Shipping.Selected!.Code.ShouldBe("post");
    }

    [Fact]
    public void Decide_AddressThatDoesNot_DropsTheSelection()
    {
        var shop = AnOrder.Shop();
        var moved = SetAddress.Decide(AnOrder.WithShipping(shop), shop, AddressKind.Shipping, NewYork, AnOrder.Now).Value;
        moved.Shipping.Selected.ShouldBeNull();
        moved.Shipping.Available.Select(l => l.Code).ShouldBe(["truck"]);
    }

    [Fact]
    public void Decide_AfterTaxesWereGenerated_LeavesThemAlone()
    {
        var shop = AnOrder.Shop();
        var taxed = AnOrder.WithShipping(shop) with { Taxes = new OrderTaxes { Shipping = [new Tax("GST", 45, IsIncluded: false)] } };
        SetAddress.Decide(taxed, shop, AddressKind.Shipping, NewYork, AnOrder.Now).Value.Taxes.ShouldBe(taxed.Taxes);
    }

    [Fact]
    public void Decide_VerdictFromOutside_BeatsTheRules()
    {
        var order = AnOrder.Of(AnOrder.Line());
        var bad = AnOrder.Winnipeg with { PostalCode = "90210" };
        SetAddress.Decide(order, AnOrder.Shop(), AddressKind.Shipping, bad, AnOrder.Now, []).Succeeded.ShouldBeTrue();
        var refused = SetAddress.Decide(
            order,
            AnOrder.Shop(),
            AddressKind.Shipping,
            AnOrder.Winnipeg,
            AnOrder.Now,
            [Problem.Address("city", "No.")]
        );
        refused.Problems.ShouldHaveSingleItem().Field.ShouldBe("city");
    }

    [Theory]
    [InlineData("country")]
    [InlineData("country_code")]
    [InlineData("province")]
    [InlineData("province_code")]
    public void Update_BlankPlace_IsRefused(string field)
    {
        var address = field switch
        {
            "country" => AnOrder.Winnipeg with { Country = "" },
            "country_code" => AnOrder.Winnipeg with { CountryCode = "" },
            "province" => AnOrder.Winnipeg with { Province = "" },
            _ => AnOrder.Winnipeg with { ProvinceCode = "" },
        };
        SetAddress
            .Update(AnOrder.Of(), AnOrder.Shop(), AddressKind.Billing, address, AnOrder.Now)
            .Problems.ShouldContain(p => p.Field == field);
    }

    [Fact]
    public void Update_OmittedFields_BecomeBlank()
    {
        var order = AnOrder.Of() with { BillingAddress = AnOrder.Winnipeg };
        var updated = SetAddress
            .Update(order, AnOrder.Shop(), AddressKind.Billing, AnOrder.Winnipeg with { PhoneNumber = "", FirstName = "" }, AnOrder.Now)
            .Value;
        updated.BillingAddress!.PhoneNumber.ShouldBe("");
        updated.BillingAddress.FirstName.ShouldBe("");
    }

    [Fact]
    public void Delete_Address_TakesTheShippingLineWithIt()
    {
        var shop = AnOrder.Shop();
        var cleared = SetAddress.Delete(AnOrder.WithShipping(shop), shop, AddressKind.Shipping, AnOrder.Now).Value;
        cleared.ShippingAddress.ShouldBeNull();
        cleared.Shipping.Selected.ShouldBeNull();
    }

    [Fact]
    public void Decide_ProcessedOrder_IsRefused() =>
        SetAddress
            .Decide(
                AnOrder.Of() with
                {
                    Status = OrderStatus.Processed,
                },
                AnOrder.Shop(),
                AddressKind.Billing,
                AnOrder.Winnipeg,
                AnOrder.Now
            )
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("is_processed");
}
