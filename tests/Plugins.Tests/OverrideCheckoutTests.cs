using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>Overrides over HTTP (docs/contract/overrides.md).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class OverrideCheckoutTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Listener server = null!;

    public async Task InitializeAsync() => server = await Listener.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    // Two graters at 23.50 and a board at 50.90 or so; the first rate costs 6.50.
    [Theory]
    [InlineData("FixedAmount", 500, "", 500)]
    [InlineData("Percentage", 10, "", 470)]
    [InlineData("FreeShipping", 0, "", 650)]
    [InlineData("ShippingFixedAmount", 200, "", 200)]
    [InlineData("ShippingPercentage", 50, "", 325)]
    [InlineData("FixedProductsInList", 300, "grater", 300)]
    [InlineData("PercentageProductsInList", 20, "grater", 940)]
    [InlineData("FixedExceptProductsInList", 300, "other", 300)]
    [InlineData("PercentageExceptProductsInList", 20, "grater", 0)]
    public async Task Discount_OfAnyKind_TakesItsAmountOff(string kind, int amount, string keys, long taken)
    {
        server.Answer = _ => (200, Discount(kind, amount, keys, ""));
        var shopper = await (await Begin("discount")).Fill();

        var state = (await shopper.Post("/discounts", """{"code":"SUMMER"}""")).Ok().State;

        (state["discounts"]!.AsArray().Sum(d => d!["value"]!.GetValue<long>())).ShouldBe(taken);
    }

    [Theory]
    [InlineData("""{"name":"emailEquals","params":{"value":"jane@example.com"}}""", "e-mail")]
    [InlineData("""{"name":"cartTotalMin","params":{"value":"100000"}}""", "too small")]
    [InlineData("""{"name":"shippingCostMax","params":{"value":"100"}}""", "shipping rate")]
    [InlineData("""{"name":"shippingCostMin","params":{"value":"100000"}}""", "shipping rate")]
    [InlineData("""{"name":"inCountries","params":{"value":["US","DE"]}}""", "country")]
    [InlineData("""{"name":"use_limit_reached"}""", "used up")]
    public async Task Discount_ConditionDoesNotHold_IsRefusedWithTheReason(string condition, string reason)
    {
        server.Answer = _ => (200, Discount("FixedAmount", 500, "", condition));
        var shopper = await (await Begin("discount")).Fill();

        var refused = await shopper.Post("/discounts", """{"code":"SUMMER"}""");

        (refused.Status, refused.Field).ShouldBe((422, "discounts"));
        refused.Error["message"]!.GetValue<string>().ShouldContain(reason);
    }

    [Fact]
    public async Task Discount_UseLimitPerCustomer_IsCountedOverOrders()
    {
        server.Answer = _ => (200, Discount("FixedAmount", 500, "", """{"name":"useLimitPerCustomer","params":{"value":1}}"""));
        var shop = await Shop("discount");
        var (first, second, third) = (
            await Shopper.Begin(checkout, shop),
            await Shopper.Begin(checkout, shop),
            await Shopper.Begin(checkout, shop)
        );
        foreach (var shopper in new[] { first, second })
        {
            await shopper.Fill();
            (await shopper.Post("/discounts", """{"code":"ONCE"}""")).Ok();
            (await shopper.Post("/taxes")).Ok();
            (await shopper.Pay()).Ok();
        }

        (await first.Post("/process_order")).Ok();

        var late = await second.Post("/process_order");
        (late.Status, late.Field).ShouldBe((422, "discounts"));
        await third.Fill();
        var again = await third.Post("/discounts", """{"code":"ONCE"}""");
        (again.Status, again.Field).ShouldBe((422, "discounts"));
        (await third.Put("/customer", Shopper.John.Replace("john.doe", "jane.doe", StringComparison.Ordinal))).Ok();
        (await third.Post("/discounts", """{"code":"ONCE"}""")).Ok();
    }

    [Fact]
    public async Task Inventory_Short_IsAdviceFirstAndTheLastWordThen()
    {
        server.Answer = heard =>
            (
                200,
                $$"""{"type":"{{heard.Json["type"]}}","items":[{"sku":"OAK_GRATER_SM","variant_id":"5423","quantity":2,"available_quantity":1}]}"""
            );
        var shopper = await Begin("inventory");

        var initial = (await shopper.Get("/check_inventory?stage=initial")).Ok().Data["inventory_check"]!;
        initial
            .ToJsonString()
            .ShouldBe(
                """{"result":"fail","reason":"insufficient_stock","failed_items":[{"platform_variant_id":"5423","available_quantity":1}]}"""
            );
        await shopper.Fill();
        (await shopper.Pay()).Ok();
        var refused = await shopper.Post("/process_order");
        (refused.Status, refused.Field, refused.SubType).ShouldBe((422, "inventory", "insufficient_stock"));

        var asked = server.All.Count;
        (await shopper.Get("/check_inventory?stage=final")).Ok().Data["inventory_check"]!["result"]!.GetValue<string>().ShouldBe("fail");
        server.All.Count.ShouldBe(asked);
        (await shopper.Put("/items", """{"line_item_key":"grater","quantity":1}""")).Ok();
        (await shopper.Get("/check_inventory?stage=final")).Ok().Data["inventory_check"]!["result"]!.GetValue<string>().ShouldBe("pass");
    }

    [Theory]
    [InlineData("address_validate", "POST", "/addresses/shipping", Shopper.Winnipeg)]
    [InlineData("discount", "POST", "/discounts", """{"code":"SUMMER"}""")]
    [InlineData("inventory", "GET", "/check_inventory?stage=initial", null)]
    [InlineData("shipping", "GET", "/shipping_lines", null)]
    [InlineData("tax", "POST", "/taxes", "{}")]
    public async Task AnyOverride_Down_AnswersUnavailableAndNeverTheBuiltInResult(string kind, string method, string path, string? body)
    {
        var down = false;
        server.Answer = heard => down ? (500, "") : (200, Fine(kind));
        var shopper = await Begin(kind);
        await shopper.Fill();
        down = true;

        var refused = method == "GET" ? await shopper.Get(path) : await shopper.Post(path, body);

        (refused.Status, refused.SubType).ShouldBe((503, "override_failed"));
    }

    /// <summary>What is wrong anywhere in an answer is no answer: nobody is charged by what is left of it.</summary>
    [Theory]
    [InlineData("tax", """{"line_items":{"grater":[{"name":"GST","amount":-500}]}}""")]
    [InlineData("tax", """{"line_items":{"grater":[{"name":"GST","amount":10000000001}]}}""")]
    [InlineData("tax", """{"line_items":{"grater":[{"name":"GST","rate":-0.05}]}}""")]
    [InlineData("tax", """{"line_items":{"grater":[{"name":"GST","rate":11}]}}""")]
    [InlineData("tax", """{"line_items":{"grater":[{"name":"GST"}]}}""")]
    [InlineData("tax", """{"line_items":{"grater":[null]}}""")]
    [InlineData("tax", """{"line_items":{"grater":null}}""")]
    [InlineData("tax", """{"line_items":{"grater":{"name":"GST","rate":0.05}}}""")]
    [InlineData("tax", """{"line_items":{"another":[{"name":"GST","amount":-1}]}}""")]
    [InlineData("tax", """{"sub_total":[{"name":"GST","rate":-0.05}]}""")]
    [InlineData("tax", """{"shipping":[{"name":"GST"}],"sub_total":[]}""")]
    [InlineData("tax", """{"sub_total":[null]}""")]
    [InlineData("tax", "{}")]
    [InlineData("shipping", """{"rates":[{"line_text":"Pigeon","value":-1,"code":"PGN"}]}""")]
    [InlineData("shipping", """{"rates":[{"line_text":"Pigeon","code":"PGN"}]}""")]
    [InlineData("shipping", """{"rates":[null]}""")]
    [InlineData("shipping", """{"rates":null}""")]
    [InlineData("inventory", """{"items":[null]}""")]
    [InlineData("inventory", """{"items":null}""")]
    [InlineData("discount", """{"found":true,"valid":true,"kind":"FixedAmount","amount":-5}""")]
    [InlineData("discount", """{"found":true,"valid":true,"kind":"FixedAmount","amount":5,"conditions":[null]}""")]
    [InlineData("address_validate", """{"valid":false,"errors":[null]}""")]
    public async Task AnyOverride_AnswersNonsense_IsUnavailable(string kind, string answer)
    {
        var isNonsense = false;
        server.Answer = _ => (200, isNonsense ? answer : Fine(kind));
        var shopper = await Begin(kind);
        await shopper.Fill();
        isNonsense = true;

        var refused = kind switch
        {
            "address_validate" => await shopper.Post("/addresses/shipping", Shopper.Winnipeg),
            "discount" => await shopper.Post("/discounts", """{"code":"SUMMER"}"""),
            "inventory" => await shopper.Get("/check_inventory?stage=initial"),
            "shipping" => await shopper.Get("/shipping_lines"),
            _ => await shopper.Post("/taxes", "{}"),
        };

        (refused.Status, refused.SubType).ShouldBe((503, "override_failed"));
    }

    [Fact]
    public async Task PluginsOverride_WinsOverTheShops()
    {
        server.Answer = heard =>
            (
                200,
                heard.Path switch
                {
                    "/checkout/event" =>
                        $$"""{"success":true,"actions":[{"type":"override_shipping","data":{"url":"{{server.Url}}/plugins"} }]}""",
                    "/plugins" => """{"rates":[{"line_text":"Plugin","value":1,"code":"P"}]}""",
                    _ => """{"rates":[{"line_text":"Shop","value":2,"code":"S"}]}""",
                }
            );
        var shop = await checkout.NewShop(s =>
            s with
            {
                Overrides = [new OverrideSettings("o", "shipping", server.Url + "/shops", "shared")],
                Plugins =
                [
                    new PluginSettings
                    {
                        Uuid = "p-1",
                        Name = "P",
                        EventUrl = server.Url + "/checkout/event",
                        ClientSecret = "client-secret",
                        Events = ["initialize_checkout"],
                        Scopes = ["provide_shipping_rates"],
                    },
                ],
            }
        );
        var shopper = await Shopper.Begin(checkout, shop);
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        (await shopper.Get("/shipping_lines")).Ok().Data["shipping_lines"]![0]!["description"]!.GetValue<string>().ShouldBe("Plugin");

        server.All[^1].Headers["Authorization"].ShouldStartWith("Signature keyId=\"p-1\"");
        server.All.ShouldAllBe(heard => heard.Path != "/shops");
    }

    /// <summary>What fills in a checkout; of a discount or the stock nobody is asked for that.</summary>
    private static string Fine(string kind) =>
        kind switch
        {
            "address_validate" => """{"valid":true}""",
            "shipping" => """{"rates":[{"line_text":"Pigeon","value":3.5,"code":"PGN"}]}""",
            "tax" => """{"sub_total":[{"name":"GST","rate":0.05}]}""",
            _ => "{}",
        };

    private async Task<Shopper> Begin(string kind) => await Shopper.Begin(checkout, await Shop(kind));

    private Task<string> Shop(string kind) =>
        checkout.NewShop(s => s with { Overrides = [new OverrideSettings("o", kind, $"{server.Url}/{kind}", "shared")] });

    private static string Discount(string kind, int amount, string keys, string condition) =>
        $$"""
            {"found":true,"valid":true,"kind":"{{kind}}","amount":{{amount}},"conditions":[{{condition}}],
             "params":[{{(keys.Length == 0 ? "" : $$"""{"itemKeys":["{{keys}}"]}""")}}],"message":"Summer","tag_line":"Discount"}
            """;
}
