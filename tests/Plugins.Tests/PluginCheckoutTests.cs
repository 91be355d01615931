using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Plugins.Actions;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>What live plugins make of a checkout, seen by the shopper.</summary>
[Collection(LiveCheckouts.Name)]
public sealed class PluginCheckoutTests(LiveCheckout checkout) : IAsyncLifetime
{
    private const string Uuid = "p-1";
    private Listener plugin = null!;

    public async Task InitializeAsync() => plugin = await Listener.Start();

    public async Task DisposeAsync() => await plugin.DisposeAsync();

    [Fact]
    public async Task AppHook_LivePlugin_HearsItAndItsActionsShowInTheAnswer()
    {
        plugin.Answer = _ =>
            (200, Actions("""{"type":"ADD_FEE","data":{"id":"points","line_text":"Points","fee_type":"fixed","value":2.5}}"""));
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.AppHook));

        var answer = (await shopper.Post("/app_hook", """{"hook":"points_redeemed","uuid":"p-1","app_hook_data":{"points":100}}""")).Ok();

        answer.State["fees"]![0]!["value"]!.GetValue<long>().ShouldBe(250);
        answer.State["order_total"]!.GetValue<long>().ShouldBe(4950);
        answer.Cost.ShouldBe(2);
        var heard = plugin.All.ShouldHaveSingleItem();
        heard.Json["properties"]!.ToJsonString().ShouldBe("""{"hook":"points_redeemed","points":100}""");
        heard
            .Headers["Authorization"]
            .ShouldStartWith("Signature keyId=\"p-1\",algorithm=\"hmac-sha256\",headers=\"(request-target) date\"");
    }

    [Fact]
    public async Task OrderSubmitted_TaxableFee_IsRefusedWithItsTaxAndThenPlaced()
    {
        plugin.Answer = _ =>
            (200, Actions("""{"type":"ADD_FEE","data":{"id":"wrap","line_text":"Wrap","fee_type":"fixed","value":100,"taxable":true}}"""));
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.OrderSubmitted));
        await shopper.Fill();
        (await shopper.Pay()).Ok();

        var refused = await shopper.Post("/process_order");

        (refused.Status, refused.Field).ShouldBe((422, "tax"));
        refused.State["order_total"]!.GetValue<long>().ShouldBe(4700 + 650 + 10_000 + 564 + 1200);
        var placed = (await shopper.Post("/process_order")).Ok().State;
        placed["order_total"]!.GetValue<long>().ShouldBe(17_114);
        placed["payments"]![0]!["amount"]!.GetValue<long>().ShouldBe(17_114);
    }

    [Fact]
    public async Task AppHook_PluginSeesNotTheWholePath_IsAskedAgainWithTheDateSigned()
    {
        plugin.Answer = heard =>
            heard.Headers["Authorization"].Contains("headers=\"date\"", StringComparison.Ordinal)
                ? (200, Actions("""{"type":"ADD_TAG","data":{"name":"mounted"}}"""))
                : (401, "");
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.AppHook));

        var answer = (await shopper.Post("/app_hook", """{"hook":"x","uuid":"p-1"}""")).Ok();

        answer.State["order_meta_data"]!["tags"]![0]!.GetValue<string>().ShouldBe("mounted");
        plugin.All.Select(heard => heard.Text).Distinct().Count().ShouldBe(1);
        var signed = Convert.ToBase64String(
            HMACSHA256.HashData("client-secret"u8, Encoding.UTF8.GetBytes($"date: {plugin.All[^1].Headers["Date"]}"))
        );
        plugin.All[^1].Headers["Authorization"].ShouldContain($"signature=\"{signed}\"");
    }

    [Fact]
    public async Task AppHook_PluginTakesNoSignature_IsAskedTwiceAndSkipped()
    {
        plugin.Answer = _ => (401, "");
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.AppHook));

        (await shopper.Post("/app_hook", """{"hook":"x","uuid":"p-1"}""")).Ok();

        plugin.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AppHook_UnknownPluginOrNoHook_IsRefusedByField()
    {
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.AppHook));

        (await shopper.Post("/app_hook", """{"hook":"x","uuid":"nobody"}""")).Field.ShouldBe("uuid");
        (await shopper.Post("/app_hook", """{"uuid":"p-1"}""")).Field.ShouldBe("hook");
        plugin.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Change_LostToAnotherWriterWhileThePluginAnswers_AppliesTheSameAnswersToTheNewerOrder()
    {
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.CustomerChanged));
        plugin.Answer = _ =>
        {
            ChangeElsewhere(shopper);
            return (200, Actions("""{"type":"add_tag","data":{"name":"vip"}}"""));
        };

        var state = (await shopper.Post("/customer/guest", Shopper.John)).Ok().State;

        plugin.All.Count.ShouldBe(1);
        state["order_meta_data"]!["tags"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["vip"]);
        state["order_meta_data"]!["notes"]!.GetValue<string>().ShouldBe("from another host");
        state["customer"]!["first_name"]!.GetValue<string>().ShouldBe("John");
    }

    [Fact]
    public async Task Change_LostWhileAnOverrideAnswers_AsksTheSameQuestionOnce()
    {
        var shop = await checkout.NewShop(s =>
            s with
            {
                Overrides = [new OverrideSettings("o", "address_validate", plugin.Url, "shared")],
            }
        );
        var shopper = await Shopper.Begin(checkout, shop);
        plugin.Answer = _ =>
        {
            ChangeElsewhere(shopper);
            return (200, """{"valid":true}""");
        };

        var state = (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok().State;

        plugin.All.Count.ShouldBe(1);
        state["addresses"]!["shipping"]!["city"]!.GetValue<string>().ShouldBe("Winnipeg");
        state["order_meta_data"]!["notes"]!.GetValue<string>().ShouldBe("from another host");
    }

    [Fact]
    public async Task Bopis_AndADifferentBillingAddress_AreShownToThePage()
    {
        var plain = (await Shopper.Begin(checkout, await checkout.NewShop())).Opened.AsObject();
        plain.ContainsKey("flag_order_as_bopis").ShouldBeFalse();
        plugin.Answer = _ =>
            (
                200,
                Actions(
                    """{"type":"change_shipping_address","data":{"city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA","postal_code":"R3Y 0L6","different_billing_address":true}}""",
                    """{"type":"flag_order_as_bopis","data":{"flag_order_as_bopis":true,"hidden_sections":{"shipping_address":true,"saved_addresses":false}}}"""
                )
            );

        var opened = (await Shopper.Begin(checkout, await Shop(PluginEventNames.InitializeCheckout))).Opened;

        opened["flag_order_as_bopis"]!.GetValue<bool>().ShouldBeTrue();
        opened["hidden_sections"]!["shipping_address"]!.GetValue<bool>().ShouldBeTrue();
        opened["hidden_sections"]!["saved_addresses"]!.GetValue<bool>().ShouldBeFalse();
        opened["different_billing_address"]!.GetValue<bool>().ShouldBeTrue();
        opened["addresses"]!["shipping"]!["address_line_1"]!.GetValue<string>().ShouldBe("50 Fultz Blvd");
    }

    [Theory]
    [InlineData("NEW_AUTH", 2)]
    [InlineData("SHARED_AUTH", 1)]
    public async Task SplitOrder_ByBillingPolicy_IsAuthorizedOnceForEachOrderOrOnceForAll(string billing, int holds)
    {
        plugin.Answer = _ =>
            (
                200,
                Actions(
                    $$"""{"type":"set_split_order_condition","data":{"split_order_policy":"CREATE_NEW_ORDER","policy_types":{"Billing":"{{billing}}","ShippingCost":"ORDER_VALUE","Discount":"ORDER_VALUE"},"split_order_condition_type":"PREORDER"} }"""
                )
            );
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.InitializeCheckout));
        (await shopper.Post("/items", """{"sku":"RACLETTE_2026","quantity":1,"line_item_key":"oven"}""")).Ok();

        var total = (await shopper.Buy()).State["order_total"]!.GetValue<long>();

        var asked = await Ledger(shopper, "authorize");
        asked.Length.ShouldBe(holds);
        asked.Sum().ShouldBe(total);
        (await shopper.BackOffice(HttpMethod.Post, "/payments/capture/full", """{"reauth":false}""")).Ok();
        var captured = await Ledger(shopper, "capture");
        captured.Length.ShouldBe(holds);
        captured.Sum().ShouldBe(total);
        (await shopper.BackOffice(HttpMethod.Post, "/refunds/full", "{}")).Ok();
        (await Ledger(shopper, "refund")).Sum().ShouldBe(total);
    }

    [Fact]
    public async Task SplitOrder_Canceled_GivesEveryHoldBack()
    {
        plugin.Answer = _ =>
            (
                200,
                Actions(
                    """{"type":"set_split_order_condition","data":{"split_order_policy":"CREATE_NEW_ORDER","split_order_condition_type":"PREORDER"}}"""
                )
            );
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.InitializeCheckout));
        (await shopper.Post("/items", """{"sku":"RACLETTE_2026","quantity":1,"line_item_key":"oven"}""")).Ok();
        var total = (await shopper.Buy()).State["order_total"]!.GetValue<long>();

        (await shopper.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"test"}""")).Ok();

        (await Ledger(shopper, "void")).Sum().ShouldBe(total);
    }

    [Fact]
    public async Task GatewayCurrency_OtherThanTheOrders_IsRefusedOnTheTimeline()
    {
        plugin.Answer = _ => (200, Actions("""{"type":"set_gateway_currency","data":{"currency":"USD"}}"""));
        var shop = await checkout.NewShop(s =>
            s with
            {
                Plugins = [Registered(PluginEventNames.InitializeCheckout)],
                Gateways = [.. s.Gateways, s.Gateways[0] with { PublicId = new string('u', 64), Currency = "USD" }],
            }
        );

        var shopper = await Shopper.Begin(checkout, shop);

        var refused = (await Timeline(shopper)).Single(e => e["event"]!.GetValue<string>() == "plugin.refused");
        refused["detail"]!.GetValue<string>().ShouldContain("The order is in CAD");
    }

    [Fact]
    public async Task SlowPlugin_IsSkippedAfterTwentySeconds()
    {
        using var blocked = new ManualResetEventSlim();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        plugin.Answer = _ =>
        {
            arrived.TrySetResult();
            blocked.Wait();
            return (200, Actions("""{"type":"add_tag","data":{"name":"late"}}"""));
        };
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.CustomerChanged));

        var answering = shopper.Post("/customer/guest", Shopper.John);
        await arrived.Task;
        checkout.Clock.Advance(TimeSpan.FromSeconds(20));
        var state = (await answering).Ok().State;
        blocked.Set();

        state["customer"]!["first_name"]!.GetValue<string>().ShouldBe("John");
        state["order_meta_data"]!["tags"]!.AsArray().ShouldBeEmpty();
        (await Timeline(shopper)).ShouldContain(e => e["event"]!.GetValue<string>() == "plugin.skipped");
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(302, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"success":true,"actions":[{"type":7}]}""")]
    public async Task PluginThatAnswersNonsense_IsSkippedAndTheCheckoutGoesOn(int status, string body)
    {
        plugin.Answer = _ => (status, body);
        var shopper = await Shopper.Begin(checkout, await Shop(PluginEventNames.CustomerChanged));

        (await shopper.Post("/customer/guest", Shopper.John)).Ok();

        (await Timeline(shopper)).ShouldContain(e => e["event"]!.GetValue<string>() == "plugin.skipped");
    }

    /// <summary>As another host would change the order, unknown to this one's turns.</summary>
    private void ChangeElsewhere(Shopper shopper)
    {
        var store = checkout.Service<IOrderStore>();
        var stored = store.Load(shopper.OrderId, default).GetAwaiter().GetResult()!;
        var noted = stored.Order with { MetaData = stored.Order.MetaData with { Notes = "from another host" } };
        store.Commit(stored, noted, answer: null, default).GetAwaiter().GetResult().ShouldNotBeNull();
    }

    private Task<string> Shop(params string[] events) => checkout.NewShop(s => s with { Plugins = [Registered(events)] });

    private PluginSettings Registered(params string[] events) =>
        new()
        {
            Uuid = Uuid,
            Name = "Plugin",
            EventUrl = plugin.Url + "/checkout/event",
            ClientSecret = "client-secret",
            Events = [.. events],
            Scopes = [.. PluginActions.All.Select(a => a.Scope).Distinct()],
        };

    private static string Actions(params string[] actions) => $$"""{"success":true,"actions":[{{string.Join(',', actions)}}]}""";

    private async Task<long[]> Ledger(Shopper shopper, string kind)
    {
        var ledger = await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={shopper.OrderId}");
        return
        [
            .. ledger.Json["entries"]!
                .AsArray()
                .Where(e => e!["kind"]!.GetValue<string>() == kind)
                .Select(e => e!["amount"]!.GetValue<long>()),
        ];
    }

    private async Task<IReadOnlyList<JsonNode>> Timeline(Shopper shopper) =>
        [.. (await shopper.BackOffice(HttpMethod.Get, "/timeline")).Ok().Data["timeline"]!.AsArray().Select(e => e!)];
}
