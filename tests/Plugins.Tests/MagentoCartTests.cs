using System.Text.Json.Nodes;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>A Magento's cart that decides (docs/contract/platforms.md#magento-cart).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class MagentoCartTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Authority authority = null!;

    public async Task InitializeAsync() => authority = await Authority.Start(checkout);

    public async Task DisposeAsync() => await authority.DisposeAsync();

    [Fact]
    public async Task WholeCheckout_CallsItsRoutesAndTakesItsTotals()
    {
        var shopper = await authority.Magento();

        var bought = await shopper.Buy();

        bought.State["shipping"]!["selected_shipping"]!["code"]!.GetValue<string>().ShouldBe("flatrate_flat_rate");
        bought.State["order_total"]!.GetValue<long>().ShouldBe(4700 + 500 - 300 + 455);
        authority
            .Calls()
            .ShouldBe([
                "cart/41/addresses",
                "cart/41/addresses",
                "cart/41/addresses",
                "cart/41/shippingMethod",
                "cart/41/addresses",
                "cart/41/shippingMethod",
                "cart/41/inventory",
            ]);
    }

    [Fact]
    public async Task ParametersNameAnotherQuoteLater_IsAskedAboutTheFirst()
    {
        var shopper = await authority.Magento();

        (await shopper.Post("/meta_data", """{"cart_parameters":{"quote_id":99}}""")).Ok();
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();
        (await shopper.Delete("/meta_data")).Ok();
        (await shopper.Post("/addresses/billing", Shopper.Winnipeg)).Ok();

        authority.Server.All.Select(heard => heard.Path).ShouldBe(Enumerable.Repeat($"/rest/V1/shops/{shopper.Shop}/cart/41/addresses", 2));
    }

    [Fact]
    public async Task Address_IsSentAsTheStoreReadsIt()
    {
        var shopper = await authority.Magento();
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        var heard = await authority.Server.Next();
        heard.Headers["Authorization"].ShouldBe("Bearer rsa-secret");
        heard.Json["billing_address"]!.ToJsonString().ShouldBe(heard.Json["shipping_address"]!.ToJsonString());
        heard.Json["shipping_address"]!["region_code"]!.GetValue<string>().ShouldBe("MB");
        heard.Json["shipping_address"]!["street"]!.ToJsonString().ShouldBe("""["50 Fultz Blvd","Suite 200"]""");
        heard.Json["shipping_address"]!["email"]!.GetValue<string>().ShouldBe("john.doe@example.com");
    }

    [Fact]
    public async Task WithOAuth_IsSignedByIt()
    {
        var shopper = await authority.Magento(new OAuthCredentials("ck", "cs", "at", "ats"));

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        var header = (await authority.Server.Next()).Headers["Authorization"];
        header.ShouldStartWith("OAuth oauth_consumer_key=\"ck\"");
        header.ShouldContain("oauth_signature_method=\"HMAC-SHA256\"");
    }

    [Fact]
    public async Task ItemChangedHere_IsRefused()
    {
        var shopper = await authority.Magento();

        var refused = await shopper.Post("/items", """{"sku":"KLS_472945","quantity":1,"line_item_key":"board"}""");

        (refused.Status, refused.Field, refused.Error["sub_type"]!.GetValue<string>()).ShouldBe((422, "cart_items", "platform_cart"));
        authority.Server.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task CouponTheStoreRefuses_IsRefusedInItsWords()
    {
        var shopper = await (await authority.Magento()).Fill();
        authority.Server.Answer = _ =>
            (200, """{"errors":[{"message":"Coupon code \"X\" is not valid.","code":422,"type":"server.validation_error"}]}""");

        var refused = await shopper.Post("/discounts", """{"code":"X"}""");

        (refused.Status, refused.Field, refused.Error["message"]!.GetValue<string>()).ShouldBe(
            (422, "discounts", "Coupon code \"X\" is not valid.")
        );
        authority.Server.All[^1].Text.ShouldBe("""{"couponCode":"X"}""");
    }

    [Fact]
    public async Task ItemNotSalable_HoldsUpTheOrder()
    {
        var shopper = await (await authority.Magento()).Fill();
        (await shopper.Pay()).Ok();
        authority.Server.Answer = heard =>
            (
                200,
                heard.Path.EndsWith("/inventory", StringComparison.Ordinal)
                    ? """{"errors":[],"inventory_data":[{"cart_item_id":7,"salable":false}]}"""
                    : Authority.Cart
            );

        var refused = await shopper.Post("/process_order");

        refused.Status.ShouldBe(422);
        refused.Error["sub_type"]!.GetValue<string>().ShouldBe("insufficient_stock");
    }

    [Theory]
    [InlineData("tax_amount", null)]
    [InlineData("tax_amount", "null")]
    [InlineData("tax_amount", "-1")]
    [InlineData("tax_amount", "[]")]
    [InlineData("discount_amount", null)]
    [InlineData("discount_amount", "true")]
    [InlineData("discount_amount", "1e20")]
    [InlineData("quote_currency_code", null)]
    [InlineData("quote_currency_code", "\"JPY\"")]
    [InlineData("shipping_tax_amount", "9")]
    [InlineData("shipping_tax_amount", "\"much\"")]
    [InlineData("total_segments", null)]
    [InlineData("total_segments", "[]")]
    [InlineData("total_segments", """[{"code":"grand_total","value":null}]""")]
    public async Task Totals_ThatAreNotThereOrOfAnotherKind_AreNoAnswerAndNotNothing(string name, string? value)
    {
        var shopper = await authority.Magento();
        var cart = JsonNode.Parse(Authority.Cart)!;
        if (value is null)
            cart["totals"]!.AsObject().Remove(name);
        else
            cart["totals"]![name] = JsonNode.Parse(value);
        authority.Answer(cart.ToJsonString());

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Status.ShouldBe(503);

        (await shopper.Get("/refresh")).Ok().State["addresses"]!["shipping"]!.ShouldBeOfType<JsonArray>();
    }

    [Theory]
    [InlineData("""{"message":"\"%fieldName\" is required.","parameters":{"fieldName":"city"}}""", "\"city\" is required.")]
    [InlineData("""{"message":"%1 of %2, %10 and %name.","parameters":["one",2]}""", "one of 2, one0 and %name.")]
    [InlineData("""{"message":"No.","errors":[{"message":"Not to %1.","parameters":["Winnipeg"]}]}""", "Not to Winnipeg.")]
    public async Task Refusal_WithParameters_IsToldWithThem(string answer, string message)
    {
        var shopper = await authority.Magento();
        authority.Server.Answer = _ => (400, answer);

        var refused = await shopper.Post("/addresses/shipping", Shopper.Winnipeg);

        (refused.Status, refused.Error["message"]!.GetValue<string>()).ShouldBe((422, message));
    }

    [Fact]
    public async Task Refusal_WithParametersBeyondTheHundredth_IsToldWithoutThem()
    {
        var shopper = await authority.Magento();
        var parameters = new JsonObject();
        for (var i = 0; i < 99; i++)
            parameters[$"other{i}"] = "";
        (parameters["city"], parameters["street"]) = ("Winnipeg", "Fultz Blvd");
        authority.Server.Answer = _ =>
            (400, new JsonObject { ["message"] = "Not %city, %street.", ["parameters"] = parameters }.ToJsonString());

        var refused = await shopper.Post("/addresses/shipping", Shopper.Winnipeg);

        refused.Error["message"]!.GetValue<string>().ShouldBe("Not Winnipeg, %street.");
    }

    [Fact]
    public async Task Refusal_OfManyWords_IsCut()
    {
        var shopper = await authority.Magento();
        authority.Server.Answer = _ => (400, new JsonObject { ["message"] = new string('x', 499) + "😀" }.ToJsonString());

        var refused = await shopper.Post("/addresses/shipping", Shopper.Winnipeg);

        refused.Error["message"]!.GetValue<string>().ShouldBe(new string('x', 499));
    }

    [Theory]
    [InlineData(
        404,
        """{"message":"No such entity with %fieldName = %fieldValue","parameters":{"fieldName":"quote_id","fieldValue":41}}"""
    )]
    [InlineData(200, """{"errors":[{"message":"There is no active cart with id: 41","code":422,"type":"server.validation_error"}]}""")]
    public async Task Cart_ThatIsGone_IsSaidToBe(int status, string answer)
    {
        var shopper = await authority.Magento();
        authority.Server.Answer = _ => (status, answer);

        var refused = await shopper.Post("/addresses/shipping", Shopper.Winnipeg);

        (refused.Status, refused.Field, refused.Error["sub_type"]!.GetValue<string>()).ShouldBe((422, "cart_id", "platform"));
        refused.Error["message"]!.GetValue<string>().ShouldBe("The store no longer has this cart. Start the checkout again.");
    }

    [Theory]
    [InlineData("""{"message":"Request does not match any route."}""")]
    [InlineData("<html>")]
    public async Task Route_ThatTheStoreDoesNotHave_IsNoRefusal(string answer)
    {
        var shopper = await authority.Magento();
        authority.Server.Answer = _ => (404, answer);

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Status.ShouldBe(503);
    }

    [Fact]
    public async Task Coupon_ThatTakesNothingOffTheItems_IsADiscountOfNothing()
    {
        var shopper = await (await authority.Magento()).Fill();
        authority.Answer(
            Authority
                .Cart.Replace("\"discount_amount\":-3", "\"coupon_code\":\"FREESHIP\",\"discount_amount\":0", StringComparison.Ordinal)
                .Replace("\"amount\":5", "\"amount\":0", StringComparison.Ordinal)
                .Replace("53.55", "51.55", StringComparison.Ordinal)
        );

        (await shopper.Post("/discounts", """{"code":"FREESHIP"}""")).Ok();
        (await shopper.Post("/taxes")).Ok();
        (await shopper.Pay()).Ok();
        var placed = (await shopper.Post("/process_order")).Ok().State;

        var discount = placed["discounts"]!.AsArray().Single()!;
        (discount["code"]!.GetValue<string>(), discount["value"]!.GetValue<long>()).ShouldBe(("FREESHIP", 0));
        placed["order_total"]!.GetValue<long>().ShouldBe(4700 + 455);
    }

    [Fact]
    public async Task Coupon_EnteredInTheStore_IsOnTheOrderAndCanBeTakenOff()
    {
        var shopper = await authority.Magento();
        authority.Answer(
            Authority.Cart.Replace("\"discount_amount\"", "\"coupon_code\":\"SNOW\",\"discount_amount\"", StringComparison.Ordinal)
        );

        var filled = (await (await shopper.Fill()).Get("/refresh")).Ok().State;
        authority.Answer(Authority.Cart.Replace("\"discount_amount\":-3", "\"discount_amount\":0", StringComparison.Ordinal));
        var without = (await shopper.Delete("/discounts", """{"code":"SNOW"}""")).Ok().State;

        filled["discounts"]![0]!["code"]!.GetValue<string>().ShouldBe("SNOW");
        filled["order_total"]!.GetValue<long>().ShouldBe(4700 + 500 - 300 + 455);
        without["discounts"]!.AsArray().ShouldBeEmpty();
        authority.Calls().ShouldContain("cart/41/coupons");
    }

    [Theory]
    [InlineData("/shipping_lines/estimate")]
    [InlineData("/taxes/estimate")]
    public async Task Estimate_PutsTheAddressesOfTheOrderBack(string path)
    {
        var shopper = await (await authority.Magento()).Fill();
        authority.Server.Taken();

        (await shopper.Post(path, """{"city":"Toronto","province_code":"ON","country_code":"CA","postal_code":"M5V 2T6"}""")).Ok();

        var heard = authority.Server.Taken();
        heard.Select(h => h.Path[(h.Path.LastIndexOf('/') + 1)..]).ShouldBe(["addresses", "addresses", "shippingMethod"]);
        heard.Take(2).Select(h => h.Json["shipping_address"]!["city"]!.GetValue<string>()).ShouldBe(["Toronto", "Winnipeg"]);
    }

    [Fact]
    public async Task Estimate_BeforeThereIsAnAddress_LeavesTheCartWithout()
    {
        var shopper = await authority.Magento();

        (await shopper.Post("/taxes/estimate", """{"city":"Toronto","province_code":"ON","country_code":"CA"}""")).Ok();

        var left = authority.Server.Taken()[^1].Json;
        (left["billing_address"], left["shipping_address"]).ShouldBe((null, null));
    }

    [Fact]
    public async Task Address_InABatchThatAsksForLinesAndTaxesToo_IsSentOnce()
    {
        var shopper = await authority.Magento();
        var parts = new JsonArray(
            Part("POST", "/addresses/shipping", Shopper.Winnipeg),
            Part("GET", "/shipping_lines", "null"),
            Part("POST", "/taxes", "{}")
        );

        (await shopper.Post("/batch", new JsonObject { ["sub_requests"] = parts }.ToJsonString())).Ok();

        authority.Calls().ShouldBe(["cart/41/addresses"]);

        static JsonNode Part(string method, string path, string payload) =>
            new JsonObject
            {
                ["method"] = method,
                ["endpoint"] = path,
                ["payload"] = JsonNode.Parse(payload),
            };
    }

    [Fact]
    public async Task Address_InAChangeThatIsDecidedAgain_IsSentAgain()
    {
        var shopper = await authority.Magento();
        var answer = authority.Server.Answer;
        authority.Server.Answer = heard =>
        {
            authority.Server.Answer = answer;
            WriteElsewhere(shopper.OrderId);
            return answer(heard);
        };

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        authority.Calls().ShouldBe(["cart/41/addresses", "cart/41/addresses"]);
    }

    [Fact]
    public async Task WithOAuth_NeedsNoSharedSecret()
    {
        var shopper = await authority.Magento(new OAuthCredentials("ck", "cs", "at", "ats"), secret: "");

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        (await authority.Server.Next()).Headers["Authorization"].ShouldStartWith("OAuth oauth_consumer_key=\"ck\"");
    }

    /// <summary>As another instance does, which does not wait for this one's turn.</summary>
    private void WriteElsewhere(string orderId) =>
        Task.Run(async () =>
            {
                var orders = checkout.Service<IOrderStore>();
                var stored = (await orders.Load(orderId, default))!;
                await orders.Commit(stored, stored.Order with { PlatformOrderId = "elsewhere" }, answer: null, default);
            })
            .Wait();
}
