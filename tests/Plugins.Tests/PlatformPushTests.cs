using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>What plugins make of the order that the shop's platform is sent.</summary>
[Collection(LiveCheckouts.Name)]
public sealed class PlatformPushTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Listener server = null!;

    public async Task InitializeAsync() => server = await Listener.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Processed_DisallowedProperties_StayHere()
    {
        var shopper = await Begin(
            """{"type":"add_disallowed_line_item_properties","data":{"disallowed_line_item_properties":["engraving"]}}"""
        );

        var state = (await shopper.Buy()).State;

        Properties(Pushed().Single().Json["application_state"]!).ToJsonString().ShouldBe("[]");
        Properties(state).ToJsonString().ShouldBe("""{"engraving":"J"}""");

        static JsonNode Properties(JsonNode state) => state["line_items"]![0]!["product_data"]!["properties"]!;
    }

    [Theory]
    [InlineData("NEW_AUTH", "preAuthed", "preAuthed")]
    [InlineData("SHARED_AUTH", "preAuthed", "awaitingPreAuth")]
    public async Task Processed_SplitOrder_IsPushedInPartsThatAddUp(string billing, params string[] holds)
    {
        var shopper = await Begin(
            $$"""{"type":"set_split_order_condition","data":{"split_order_policy":"CREATE_NEW_ORDER","split_order_condition_type":"PREORDER","policy_types":{"ShippingCost":"ORDER_COUNT","Billing":"{{billing}}"} } }"""
        );
        (await shopper.Post("/items", """{"sku":"RACLETTE_2026","quantity":1,"line_item_key":"oven"}""")).Ok();

        var total = (await shopper.Buy()).State["order_total"]!.GetValue<long>();

        var parts = Pushed();
        var states = parts.ConvertAll(p => p.Json["application_state"]!);
        states.Select(s => s["line_items"]![0]!["product_data"]!["line_item_key"]!.GetValue<string>()).ShouldBe(["grater", "oven"]);
        states.Sum(s => s["order_total"]!.GetValue<long>()).ShouldBe(total);
        states.Sum(s => s["payments"]![0]!["amount"]!.GetValue<long>()).ShouldBe(total);
        states.ShouldAllBe(s => s["order_balance"]!.GetValue<long>() == 0);
        states.Select(s => s["payments"]![0]!["status"]!.GetValue<string>()).ShouldBe(holds);
        parts[0].Json["public_order_id"]!.GetValue<string>().ShouldBe(shopper.OrderId);
        parts.Select(p => p.Json["public_order_id"]!.GetValue<string>()).ShouldBeUnique();
    }

    [Fact]
    public async Task Processed_DelayedByAPlugin_IsPushedWhenTheDelayIsOver()
    {
        var shopper = await Begin("""{"type":"delay_platform_order","data":{"seconds":120}}""");
        await shopper.Buy();
        await checkout.Pass(TimeSpan.FromSeconds(119));
        Pushed().ShouldBeEmpty();

        await checkout.Pass(TimeSpan.FromMinutes(1));

        Pushed().ShouldHaveSingleItem();
        (await shopper.Get("/refresh")).Ok().State["platform_order_id"]!.GetValue<string>().ShouldBe("4711");
    }

    [Fact]
    public async Task Processed_Amendable_IsAmendedBeforeItIsChargedAndPushed()
    {
        const string Amendments =
            """{"type":"add_note","data":{"note":"amended"}},{"type":"discount_cart","data":{"discountType":"fixed","discountAmount":100}}""";
        var shopper = await Begin(
            """{"type":"require_amendable","data":{}}""",
            shop => shop with { Checkout = shop.Checkout with { Capture = new CaptureSettings(CaptureMode.Immediate) } },
            Amendments
        );

        var state = (await shopper.Buy()).State;

        var pushed = Pushed().ShouldHaveSingleItem().Json["application_state"]!;
        pushed["order_meta_data"]!["notes"]!.GetValue<string>().ShouldBe("amended");
        pushed["order_total"]!.GetValue<long>().ShouldBe(state["order_total"]!.GetValue<long>());
        var ledger = (await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={shopper.OrderId}")).Json["entries"]!.AsArray();
        ledger.Single(e => e!["kind"]!.GetValue<string>() == "capture")!["amount"]!
            .GetValue<long>()
            .ShouldBe(state["order_total"]!.GetValue<long>());
    }

    [Theory]
    [InlineData(null, 5914 + 224, 2)]
    [InlineData(5914L, 5914, 1)]
    public async Task Processed_AmendmentThatRaisesTheTotal_AppliesWhenItCouldBeHeld(long? amount, long total, int authorizations)
    {
        // A dollar more for each of two, with 12 % taxes; a payment with an amount is fixed.
        var shopper = await Begin(
            """{"type":"require_amendable","data":{}}""",
            shop => shop with { Checkout = shop.Checkout with { Capture = new CaptureSettings(CaptureMode.Immediate) } },
            """{"type":"adjust_line_item_price","data":{"line_item_key":"grater","value":100}}"""
        );
        await shopper.Fill();
        (
            await shopper.Post(
                "/payments",
                $$"""{"gateway_public_id":"{{Shopper.Gateway}}","token":"tok_visa"{{(amount is null ? "" : $",\"amount\":{amount}")}}}"""
            )
        ).Ok();

        (await shopper.Post("/process_order")).Ok();

        var state = (await shopper.Get("/refresh")).Ok().State;
        state["order_total"]!.GetValue<long>().ShouldBe(total);
        Pushed().ShouldHaveSingleItem().Json["application_state"]!["order_total"]!.GetValue<long>().ShouldBe(total);
        var ledger = (await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={shopper.OrderId}")).Json["entries"]!.AsArray();
        ledger.Count(e => e!["kind"]!.GetValue<string>() == "authorize").ShouldBe(authorizations);
        ledger.Where(e => e!["kind"]!.GetValue<string>() == "capture").Sum(e => e!["amount"]!.GetValue<long>()).ShouldBe(total);
    }

    private List<Heard> Pushed() => [.. server.All.Where(h => h.Path == "/platform/orders")];

    /// <summary>An order on which a plugin takes the action at once, in a shop with a platform that takes every order.</summary>
    /// <param name="amendments">What the plugin answers to amend_order.</param>
    private async Task<Shopper> Begin(string action, Func<Shop, Shop>? change = null, string amendments = "")
    {
        server.Answer = heard =>
            heard.Path == "/platform/orders"
                ? (200, """{"platform_order_id":"4711"}""")
                : (200, $$"""{"success":true,"actions":[{{(heard.Event == "amend_order" ? amendments : action)}}]}""");
        var shop = await checkout.NewShop(s =>
            (change?.Invoke(s) ?? s) with
            {
                PlatformConnector = new PlatformConnectorSettings(server.Url + "/platform", "platform-secret"),
                Plugins =
                [
                    new PluginSettings
                    {
                        Uuid = "p-1",
                        Name = "P",
                        EventUrl = server.Url + "/event",
                        ClientSecret = "client-secret",
                        Events = ["initialize_checkout", "amend_order"],
                        Scopes = ["modify_order", "modify_cart", "amend_orders"],
                    },
                ],
            }
        );
        return await Shopper.Begin(checkout, shop);
    }
}
