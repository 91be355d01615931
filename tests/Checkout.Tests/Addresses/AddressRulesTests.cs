using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Addresses;

public sealed class AddressRulesTests
{
    private static readonly Address UnitedStates = AnOrder.Winnipeg with
    {
        Country = "United States",
        CountryCode = "US",
        Province = "New York",
        ProvinceCode = "NY",
        PostalCode = "10001",
        PhoneNumber = "",
    };

    [Fact]
    public void Check_CompleteAddress_HasNoProblem() =>
        AddressRules.Check(AnOrder.Winnipeg, AnOrder.Shop(), AddressKind.Shipping).ShouldBeEmpty();

    [Theory]
    [InlineData("CA", "R3Y0L6", true)]
    [InlineData("CA", "R3Y 0L6", true)]
    [InlineData("CA", "123456", false)]
    [InlineData("CA", "D3Y0L6", false)]
    [InlineData("US", "10001", true)]
    [InlineData("US", "10001-1234", true)]
    [InlineData("US", "1000", false)]
    [InlineData("IE", "D02 X285", true)]
    [InlineData("IE", "D6W XY00", true)]
    [InlineData("IE", "12345", false)]
    [InlineData("GB", "SW1A 1AA", true)]
    [InlineData("GB", "M1 1AE", true)]
    [InlineData("GB", "12345", false)]
    [InlineData("FR", "75001", true)]
    [InlineData("FR", "7500", false)]
    [InlineData("SG", "018956", true)]
    [InlineData("SG", "01895", false)]
    [InlineData("DE", "anything", true)]
    public void HasFormatOf_SixCountries_ChecksTheirFormat(string country, string code, bool holds) =>
        PostalCodes.HasFormatOf(country, code).ShouldBe(holds);

    [Fact]
    public void Check_MalformedPostalCode_NamesTheField()
    {
        var problem = AddressRules.Check(AnOrder.Winnipeg with { PostalCode = "90210" }, AnOrder.Shop()).ShouldHaveSingleItem();
        (problem.Type, problem.Field, problem.Severity, problem.SubType).ShouldBe(("address", "postal_code", "validation", ""));
    }

    [Theory]
    [InlineData("US")]
    [InlineData("CA")]
    [InlineData("MX")]
    public void Check_NoPostalCodeWhereOneIsNeeded_Refuses(string country) =>
        AddressRules
            .Check(
                ResolveAddress.Of(new Address { CountryCode = country, Province = Countries.Find(country)!.Provinces[0].Name }),
                AnOrder.Shop()
            )
            .ShouldContain(p => p.Field == "postal_code");

    [Fact]
    public void Check_NoProvinceWhereOneIsNeeded_Refuses() =>
        AddressRules
            .Check(AnOrder.Winnipeg with { Province = "", ProvinceCode = "" }, AnOrder.Shop())
            .ShouldContain(p => p.Field == "province");

    [Fact]
    public void Check_ProvinceOfAnotherName_Refuses() =>
        AddressRules.Check(AnOrder.Winnipeg with { Province = "Ontario" }, AnOrder.Shop()).ShouldContain(p => p.Field == "province");

    [Fact]
    public void Check_CountryWithoutProvinces_NeedsNone() =>
        AddressRules
            .Check(
                new Address
                {
                    Country = "Singapore",
                    CountryCode = "SG",
                    PostalCode = "018956",
                },
                AnOrder.Shop()
            )
            .ShouldBeEmpty();

    [Fact]
    public void Check_UnknownCountry_Refuses() =>
        AddressRules.Check(AnOrder.Winnipeg with { CountryCode = "XX" }, AnOrder.Shop()).ShouldContain(p => p.Field == "country_code");

    [Fact]
    public void Check_CountryNotShippedTo_IsCritical()
    {
        var germany = new Address
        {
            Country = "Germany",
            CountryCode = "DE",
            PostalCode = "10115",
        };
        var problem = AddressRules.Check(germany, AnOrder.Shop(), AddressKind.Shipping).ShouldHaveSingleItem();
        (problem.Type, problem.Field, problem.Severity, problem.SubType).ShouldBe(
            ("address", "country_code", "critical", "no_shipping_to_address")
        );
        AddressRules.Check(germany, AnOrder.Shop(), AddressKind.Billing).ShouldBeEmpty();
    }

    [Fact]
    public void Check_ProvinceNotShippedTo_IsCritical()
    {
        AddressRules.Check(UnitedStates, AnOrder.Shop(), AddressKind.Shipping).ShouldBeEmpty();
        var texas = UnitedStates with { Province = "Texas", ProvinceCode = "TX" };
        var problem = AddressRules.Check(texas, AnOrder.Shop(), AddressKind.Shipping).ShouldHaveSingleItem();
        (problem.Field, problem.Severity, problem.SubType).ShouldBe(("province", "critical", "no_shipping_to_address"));
    }

    [Fact]
    public void Check_ShopNeedsPhoneAndBusiness_RefusesWithout()
    {
        var shop = AnOrder.Shop();
        shop = shop with { Checkout = shop.Checkout with { PhoneNumberRequired = true, BusinessNameRequired = true } };
        AddressRules
            .Check(AnOrder.Winnipeg with { PhoneNumber = "" }, shop)
            .Select(p => p.Field)
            .ShouldBe(["phone_number", "business_name"]);
    }

    [Theory]
    [InlineData("8005550101", true)]
    [InlineData("+1 204 555 0101", true)]
    [InlineData("+44 20 7946 0000", true)]
    [InlineData("12", false)]
    [InlineData("call me", false)]
    public void Check_PhoneNumber_IsReadInTheCountrysWay(string number, bool holds) =>
        AddressRules.Check(AnOrder.Winnipeg with { PhoneNumber = number }, AnOrder.Shop()).IsEmpty.ShouldBe(holds);
}
