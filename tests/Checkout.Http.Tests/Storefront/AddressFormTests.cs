using Checkout.Addresses;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>Postal codes and provinces by country (docs/contract/storefront.md#address-rules), as a page's form meets them.</summary>
[Collection(StartedHost.Name)]
public sealed class AddressFormTests(StartedHost host)
{
    [Theory]
    [InlineData("CA", "MB", "R3Y 0L6", "R3Y 0L")]
    [InlineData("US", "NY", "10001-1234", "1000")]
    [InlineData("IE", "D", "D02 X285", "12345")]
    [InlineData("GB", "ENG", "SW1A 1AA", "12345")]
    [InlineData("FR", "IDF", "75001", "7500")]
    [InlineData("SG", "01", "018956", "01895")]
    public async Task PostalCode_OfTheCountrysFormat_IsTaken_AnotherNamed(string country, string province, string right, string wrong)
    {
        var checkout = await host.NewOrder();
        var taken = await Validate(checkout, country, province, right);
        taken.Status.ShouldBe(200, taken.Body.ToString());
        var refused = await Validate(checkout, country, province, wrong);
        (refused.Status, refused.Combination).ShouldBe((422, ("address", "postal_code", "validation", "")));
        (await checkout.Post("/addresses/billing", Body(country, province, wrong))).Combination.ShouldBe(
            ("address", "postal_code", "validation", "")
        );
        (await checkout.Get("/addresses/billing")).Data.GetProperty("address").GetRawText().ShouldBe("[]");
    }

    /// <summary>What country_info promises a form is what validate_address asks for, country by country.</summary>
    [Fact]
    public async Task CountryInfo_SaysWhatAnAddressNeeds()
    {
        var checkout = await host.NewOrder();
        foreach (var country in Countries.All)
        {
            var refused = (await Validate(checkout, country.Code, "", "")).Body.TryGetProperty("errors", out var errors)
                ? errors.EnumerateArray().Select(e => e.GetProperty("field").GetString()).ToList()
                : [];
            refused.Contains("province").ShouldBe(country.NeedsProvince, $"{country.Code}: province");
            refused.Contains("postal_code").ShouldBe(country.NeedsPostalCode, $"{country.Code}: postal_code");
        }
    }

    [Theory]
    [InlineData("US", "ZZ")]
    [InlineData("CA", "NY")]
    [InlineData("AU", "MB")]
    public async Task Province_OfAnotherCountry_IsNamed(string country, string province)
    {
        var refused = await Validate(await host.NewOrder(), country, province, "");
        refused.Body.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).ShouldContain("province");
    }

    [Fact]
    public async Task PhoneAndBusinessName_RequiredByTheShop_AreNamed()
    {
        var before = await host.Change(shop =>
            shop with
            {
                Checkout = shop.Checkout with { PhoneNumberRequired = true, BusinessNameRequired = true },
            }
        );
        try
        {
            var refused = await Validate(await host.NewOrder(), "CA", "MB", "R3Y0L6");
            refused
                .Body.GetProperty("errors")
                .EnumerateArray()
                .Select(e => e.GetProperty("field").GetString())
                .ShouldBe(["phone_number", "business_name"]);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    private static Task<Answer> Validate(Checkout checkout, string country, string province, string postalCode) =>
        checkout.Get(
            $"/validate_address?country={country}&country_code={country}&province_code={province}&postal_code={Uri.EscapeDataString(postalCode)}"
        );

    private static string Body(string country, string province, string postalCode) =>
        $$"""{"first_name":"A","last_name":"B","address_line_1":"1 Street","city":"City","country":"{{Countries.Find(country)!.Name}}","country_code":"{{country}}","province_code":"{{province}}","postal_code":"{{postalCode}}"}""";
}
