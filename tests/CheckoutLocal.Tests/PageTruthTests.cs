using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>What the public pages say in passing, and clients count on.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class PageTruthTests(LocalCheckout checkout)
{
    [Theory]
    [InlineData("country=Canada&country_code=CA&province=Manitoba&province_code=MB&postal_code=R3Y0L6", null)]
    [InlineData("country_code=CA&province=Manitoba&province_code=MB&postal_code=R3Y0L6", "country")]
    [InlineData("country=Canada&province=Manitoba&province_code=MB&postal_code=R3Y0L6", "country_code")]
    public async Task ValidateAddress_RequiresCountryAndItsCode(string query, string? field)
    {
        var order = await Begin();

        var answer = await checkout.Send(HttpMethod.Get, $"{order.Path}/validate_address?{query}", token: order.Jwt);

        answer.Status.ShouldBe(field is null ? 200 : 422, answer.Json.ToJsonString());
        if (field is not null)
            answer.Field.ShouldBe(field);
    }

    /// <summary>The shop's document calls this code a cart discount.</summary>
    [Fact]
    public async Task DiscountCode_ThatAShopperEnters_IsTheOrdersOneCoupon()
    {
        var order = await Begin();

        var entered = await Post(order, "discounts", """{"code":"CHOPCHOP"}""");
        var second = await Post(order, "discounts", """{"code":"FREESHIPPING"}""");

        entered.Status.ShouldBe(200, entered.Json.ToJsonString());
        entered.State["discounts"]![0]!["source"]!.GetValue<string>().ShouldBe("coupon");
        second.Status.ShouldBe(422);
        second.SubType.ShouldBe("discounts");
    }

    [Fact]
    public async Task DiscountCode_ThatTheShopCallsACartDiscount_IsNoSecondOne()
    {
        var order = await Begin();
        await Post(order, "discounts", """{"code":"SPRINGSALE2022_Q8RT4"}""");

        var second = await Post(order, "discounts", """{"code":"CHOPCHOP"}""");

        second.Status.ShouldBe(422);
        second.SubType.ShouldBe("discounts");
    }

    [Theory]
    [InlineData("OAK_GRATER_SM", "5423", null)]
    [InlineData("OAK_GRATER_SM", "no-such-id", null)]
    [InlineData("KLS_472945", "5423", "mismatch")]
    public async Task Item_WhoseSkuAndPlatformIdNameTwoProducts_IsRefused(string sku, string platformId, string? subType)
    {
        var item = $$"""{"sku":"{{sku}}","platform_id":"{{platformId}}","quantity":1,"line_item_key":"a"}""";

        var answer = await checkout.Init($$"""{"cart_items":[{{item}}]}""");

        answer.Status.ShouldBe(subType is null ? 200 : 422, answer.Json.ToJsonString());
        if (subType is not null)
            answer.SubType.ShouldBe(subType);
    }

    [Fact]
    public async Task Guest_MayBeAnEmailAddressAlone()
    {
        var order = await Begin();

        var added = await Post(order, "customer/guest", """{"email_address":"alex.roy@example.com"}""");

        added.Status.ShouldBe(200, added.Json.ToJsonString());
        added.Data["customer"]!["email_address"]!.GetValue<string>().ShouldBe("alex.roy@example.com");
    }

    [Theory]
    [InlineData("204 555 0123", 200)]
    [InlineData("+49 30 1234567", 200)]
    [InlineData("030 12345678", 200)]
    [InlineData("0171/1234567", 200)]
    [InlineData("12", 422)]
    [InlineData("call me", 422)]
    [InlineData("1234567890123456", 422)]
    public async Task PhoneNumber_OfAnotherCountryWithoutItsSign_DoesNotRefuseAnAddress(string number, int status)
    {
        var order = await Begin();
        var address = JsonNode.Parse(Calls.Address.ToJsonString())!.AsObject();
        address["phone_number"] = number;

        (await Post(order, "addresses/billing", address.ToJsonString())).Status.ShouldBe(status);
    }

    private Task<Answer> Post(Begun order, string path, string body) =>
        checkout.Send(HttpMethod.Post, $"{order.Path}/{path}", body, order.Jwt);

    private async Task<Begun> Begin()
    {
        var begun = await checkout.Init("""{"cart_items":[{"sku":"KLS_472945","quantity":2,"line_item_key":"a"}]}""");
        return new Begun($"/checkout/storefront/{LocalCheckout.Shop}/{begun.OrderId}", begun.Data["jwt_token"]!.GetValue<string>());
    }

    private sealed record Begun(string Path, string Jwt);
}
