using System.Text.Json.Nodes;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// A remote state authority that decides: it is asked before the commit, and the order becomes what it answers
/// (docs/contract/platforms.md#events-and-state).
/// </summary>
[Collection(LiveCheckouts.Name)]
public sealed class StateAuthorityTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Listener authority = null!;

    public async Task InitializeAsync()
    {
        authority = await Listener.Start();
        authority.Answer = heard => (200, State(heard));
    }

    public async Task DisposeAsync() => await authority.DisposeAsync();

    [Fact]
    public async Task Buy_AuthorityDecides_OrderHasItsLinesTaxesAndTotal()
    {
        var shopper = await Begin();

        var bought = await shopper.Buy();

        bought.State["shipping"]!["selected_shipping"]!["description"]!.GetValue<string>().ShouldBe("Sled");
        bought.State["taxes"]!.AsArray().Sum(t => t!["value"]!.GetValue<long>()).ShouldBe(123);
        bought.State["order_total"]!.GetValue<long>().ShouldBe(4700 + 777 + 123);
        Types(authority.Taken())
            .ShouldBe([
                "set_customer",
                "set_shipping_address",
                "set_billing_address",
                "get_shipping_lines",
                "set_shipping_line",
                "apply_taxes",
            ]);
    }

    [Fact]
    public async Task Question_NamesCartOrderAndStateOfTheChangeAndIsSigned()
    {
        var shopper = await Begin("cart-77");

        (await shopper.Post("/customer/guest", Shopper.John)).Ok();

        var heard = await authority.Next();
        heard.Path.ShouldEndWith($"/orders/{shopper.OrderId}/events");
        heard.Json["cart_id"]!.GetValue<string>().ShouldBe("cart-77");
        heard.Json["public_order_id"]!.GetValue<string>().ShouldBe(shopper.OrderId);
        heard.Json["order_state"]!["customer"]!["email_address"]!.GetValue<string>().ShouldBe("john.doe@example.com");
        heard.Headers["X-HMAC"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Change_AuthorityRefuses_IsRefusedInItsWordsAndNothingChanges()
    {
        var shopper = await Begin();
        authority.Answer = _ => (422, """{"errors":[{"message":"We do not ship to Winnipeg.","type":"address","code":"a1"}]}""");

        var refused = await shopper.Post("/addresses/shipping", Shopper.Winnipeg);

        (refused.Status, refused.Error["message"]!.GetValue<string>()).ShouldBe((422, "We do not ship to Winnipeg."));
        (await shopper.Get("/refresh")).Ok().State["addresses"]!["shipping"]!.ShouldBeOfType<JsonArray>();
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, "nonsense")]
    [InlineData(200, """{"order_state":{"taxes":[{"name":"x","value":-1}]}}""")]
    public async Task Change_AuthorityDoesNotAnswerAsItShould_IsUnavailableAndNothingChanges(int status, string body)
    {
        var shopper = await Begin();
        authority.Answer = _ => (status, body);

        (await shopper.Post("/customer/guest", Shopper.John)).Status.ShouldBe(503);
        authority.Answer = heard => (200, State(heard));
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
    }

    [Fact]
    public async Task Discount_AuthorityKnowsTheCode_TakesItsAmount()
    {
        var shopper = await (await Begin()).Fill();
        authority.Answer = heard => (200, State(heard, """[{"code":"SNOW","text":"Snow","value":400}]"""));

        var state = (await shopper.Post("/discounts", """{"code":"snow"}""")).Ok().State;

        state["discounts"]!.AsArray().Single()!["value"]!.GetValue<long>().ShouldBe(400);
        authority.Taken()[^1].Json["events"]![0]!
            .ToJsonString()
            .ShouldBe("""{"type":"add_discount_code","data":{"discount_code":"snow"}}""");
    }

    [Fact]
    public async Task Discount_AuthorityDoesNotKnowTheCode_IsRefused()
    {
        var shopper = await (await Begin()).Fill();

        var refused = await shopper.Post("/discounts", """{"code":"FREESHIPPING"}""");

        (refused.Status, refused.Field).ShouldBe((422, "discounts"));
    }

    [Fact]
    public async Task Taxes_OrderCostsSomethingElseThere_AreRefused()
    {
        var shopper = await Begin();
        await FillWithoutTaxes(shopper);
        authority.Answer = heard => (200, State(heard, total: 1));

        var refused = await shopper.Post("/taxes");

        (refused.Status, refused.Field, refused.Error["sub_type"]!.GetValue<string>()).ShouldBe((422, "order_total", "total_differs"));
    }

    [Fact]
    public async Task OrderWithoutCart_IsNoBusinessOfTheAuthority()
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = Deciding(AuthorityProtocol.Events) });
        var shopper = await Shopper.Begin(checkout, shop);

        (await shopper.Post("/customer/guest", Shopper.John)).Ok();

        authority.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task MagentoCart_WholeCheckout_CallsItsRoutesAndTakesItsTotals()
    {
        var shopper = await Magento();

        var bought = await shopper.Buy();

        bought.State["shipping"]!["selected_shipping"]!["code"]!.GetValue<string>().ShouldBe("flatrate_flat_rate");
        bought.State["order_total"]!.GetValue<long>().ShouldBe(4700 + 500 - 300 + 455);
        authority
            .Taken()
            .Select(h => h.Path[(h.Path.IndexOf("/cart/", StringComparison.Ordinal) + 1)..])
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
    public async Task MagentoCart_ParametersNameAnotherQuoteLater_IsAskedAboutTheFirst()
    {
        var shopper = await Magento();

        (await shopper.Post("/meta_data", """{"cart_parameters":{"quote_id":99}}""")).Ok();
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();
        (await shopper.Delete("/meta_data")).Ok();
        (await shopper.Post("/addresses/billing", Shopper.Winnipeg)).Ok();

        authority.All.Select(heard => heard.Path).ShouldBe(Enumerable.Repeat($"/rest/V1/shops/{shopper.Shop}/cart/41/addresses", 2));
    }

    [Fact]
    public async Task MagentoCart_Address_IsSentAsTheStoreReadsIt()
    {
        var shopper = await Magento();
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        var heard = await authority.Next();
        heard.Headers["Authorization"].ShouldBe("Bearer rsa-secret");
        heard.Json["billing_address"]!.ToJsonString().ShouldBe(heard.Json["shipping_address"]!.ToJsonString());
        heard.Json["shipping_address"]!["region_code"]!.GetValue<string>().ShouldBe("MB");
        heard.Json["shipping_address"]!["street"]!.ToJsonString().ShouldBe("""["50 Fultz Blvd","Suite 200"]""");
        heard.Json["shipping_address"]!["email"]!.GetValue<string>().ShouldBe("john.doe@example.com");
    }

    [Fact]
    public async Task MagentoCart_WithOAuth_IsSignedByIt()
    {
        var shopper = await Magento(new OAuthCredentials("ck", "cs", "at", "ats"));

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        var header = (await authority.Next()).Headers["Authorization"];
        header.ShouldStartWith("OAuth oauth_consumer_key=\"ck\"");
        header.ShouldContain("oauth_signature_method=\"HMAC-SHA256\"");
    }

    [Fact]
    public async Task MagentoCart_ItemChangedHere_IsRefused()
    {
        var shopper = await Magento();

        var refused = await shopper.Post("/items", """{"sku":"KLS_472945","quantity":1,"line_item_key":"board"}""");

        (refused.Status, refused.Field, refused.Error["sub_type"]!.GetValue<string>()).ShouldBe((422, "cart_items", "platform_cart"));
        authority.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task MagentoCart_CouponTheStoreRefuses_IsRefusedInItsWords()
    {
        var shopper = await (await Magento()).Fill();
        authority.Answer = _ =>
            (200, """{"errors":[{"message":"Coupon code \"X\" is not valid.","code":422,"type":"server.validation_error"}]}""");

        var refused = await shopper.Post("/discounts", """{"code":"X"}""");

        (refused.Status, refused.Field, refused.Error["message"]!.GetValue<string>()).ShouldBe(
            (422, "discounts", "Coupon code \"X\" is not valid.")
        );
        authority.All[^1].Text.ShouldBe("""{"couponCode":"X"}""");
    }

    [Fact]
    public async Task MagentoCart_ItemNotSalable_HoldsUpTheOrder()
    {
        var shopper = await (await Magento()).Fill();
        (await shopper.Pay()).Ok();
        authority.Answer = heard =>
            (
                200,
                heard.Path.EndsWith("/inventory", StringComparison.Ordinal)
                    ? """{"errors":[],"inventory_data":[{"cart_item_id":7,"salable":false}]}"""
                    : Cart
            );

        var refused = await shopper.Post("/process_order");

        refused.Status.ShouldBe(422);
        refused.Error["sub_type"]!.GetValue<string>().ShouldBe("insufficient_stock");
    }

    private async Task<Shopper> Begin(string cart = "cart-1")
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = Deciding(AuthorityProtocol.Events) });
        return await Shopper.Begin(checkout, shop, $"\"cart_id\":\"{cart}\"");
    }

    /// <summary>An order as Magento's module begins it: the quote is in the parameters of the cart.</summary>
    private async Task<Shopper> Magento(OAuthCredentials? oauth = null)
    {
        authority.Answer = heard =>
            (
                200,
                heard.Path.EndsWith("/inventory", StringComparison.Ordinal)
                    ? """{"errors":[],"inventory_data":[{"cart_item_id":7,"salable":true}]}"""
                    : Cart
            );
        var shop = await checkout.NewShop(s =>
            s with
            {
                RemoteStateAuthority = Deciding(AuthorityProtocol.MagentoCart) with { Oauth = oauth },
            }
        );
        var items = """
            {"cart_items":[{"id":12,"title":"Grater","price":2350,"quantity":2,"line_item_key":"7"}],
             "order_meta_data":{"cart_parameters":{"quote_id":41}}}
            """;
        var opened = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{shop}/init", items);
        return new Shopper(checkout, shop, opened.Ok().Data);
    }

    private RemoteStateAuthority Deciding(AuthorityProtocol protocol) =>
        new(authority.Url + "/rest/V1", "rsa-secret") { Protocol = protocol };

    private static async Task FillWithoutTaxes(Shopper shopper)
    {
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();
        (await shopper.Post("/shipping_lines", """{"index":"0"}""")).Ok();
    }

    private static IEnumerable<string> Types(IEnumerable<Heard> heard) =>
        heard.SelectMany(h => h.Json["events"]!.AsArray()).Select(e => e!["type"]!.GetValue<string>());

    /// <summary>The state that came, with a line for 7.77, taxes of 1.23 and the total with both.</summary>
    private static string State(Heard heard, string discounts = "[]", long? total = null)
    {
        var state = heard.Json["order_state"]!.DeepClone();
        state["shipping"]!["available_shipping_lines"] = JsonNode.Parse("""[{"id":"0","description":"Sled","amount":777,"code":"sled"}]""");
        state["taxes"] = JsonNode.Parse("""[{"name":"Snow tax","value":123,"is_included":false}]""");
        state["discounts"] = JsonNode.Parse(discounts);
        state["order_total"] = total ?? 4700 + 777 + 123;
        return new JsonObject { ["order_state"] = state }.ToJsonString();
    }

    private const string Cart = """
        {"quote":{"id":41},"errors":[],
         "totals":{"grand_total":48.55,"tax_amount":4.55,"shipping_tax_amount":0.5,"discount_amount":-3,
                   "total_segments":[{"code":"subtotal","value":47},{"code":"grand_total","value":53.55}]},
         "shipping_methods":[{"carrier_code":"flatrate","method_code":"flat_rate","carrier_title":"Flat Rate","method_title":"Fixed",
                              "amount":5,"available":true}]}
        """;
}
