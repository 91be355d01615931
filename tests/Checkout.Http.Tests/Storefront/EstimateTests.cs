using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class EstimateTests(StartedHost host)
{
    private const string NewYork =
        """{"country":"United States","country_code":"US","province":"New York","province_code":"NY","postal_code":"10001"}""";

    [Fact]
    public async Task ShippingLines_ForAnAddress_AreThoseItWouldGet_AndTheOrderStays()
    {
        var checkout = await host.NewOrder();
        var before = (await checkout.Get("/refresh")).State.GetRawText();

        var estimated = (await checkout.Post("/shipping_lines/estimate", NewYork)).Ok();
        Codes(estimated).ShouldBe(["ground", "air"]);
        Codes((await checkout.Post("/shipping_lines/estimate", Checkout.Winnipeg)).Ok()).ShouldBe(["local", "standard", "express"]);
        estimated.State.GetRawText().ShouldBe(before);
        (await checkout.Get("/refresh")).State.GetRawText().ShouldBe(before);

        (await checkout.Post("/addresses/shipping", NewYork)).Ok();
        Codes((await checkout.Get("/shipping_lines")).Ok()).ShouldBe(Codes(estimated));
    }

    [Fact]
    public async Task Taxes_ForAnAddress_AreThoseItWouldGet_AndTheOrderStays()
    {
        var checkout = await host.NewOrder();
        var estimated = (await checkout.Post("/taxes/estimate", Checkout.Winnipeg)).Ok();
        var taxes = estimated.Data.GetProperty("taxes").GetRawText();
        estimated.Data.GetProperty("taxes").GetArrayLength().ShouldBe(2);
        (await checkout.Get("/taxes")).Ok().Data.GetProperty("taxes").GetArrayLength().ShouldBe(0);

        (await checkout.Post("/addresses/shipping", Checkout.Winnipeg)).Ok();
        (await checkout.Post("/taxes")).Ok().Data.GetProperty("taxes").GetRawText().ShouldBe(taxes);
    }

    [Theory]
    [InlineData("/shipping_lines/estimate")]
    [InlineData("/taxes/estimate")]
    public async Task Estimate_WithoutACountry_NamesIt(string path)
    {
        var checkout = await host.NewOrder();
        foreach (var body in new[] { "{}", """{"country_code":"ZZ"}""", """{"city":"Winnipeg"}""" })
        {
            var refused = await checkout.Post(path, body);
            (refused.Status, refused.Field).ShouldBe((422, "country_code"), body);
        }
    }

    private static string[] Codes(Answer answer) =>
        [.. answer.Data.GetProperty("shipping_lines").EnumerateArray().Select(l => l.GetProperty("code").GetString()!)];
}
