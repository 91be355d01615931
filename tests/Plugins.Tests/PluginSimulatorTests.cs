using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>What a plugin's author sees before shoppers do (docs/contract/plugins.md#simulator).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class PluginSimulatorTests(LiveCheckout checkout) : IAsyncLifetime
{
    private const string Uuid = "3a7ab2b3-3a45-4c5b-9d11-7a2f5f5ac001";
    private Listener plugin = null!;

    public async Task InitializeAsync() => plugin = await Listener.Start();

    public async Task DisposeAsync() => await plugin.DisposeAsync();

    [Fact]
    public async Task Simulate_AnAnswerOfThreeActions_ShowsWhatEachChangesAndWhyOneIsRefused()
    {
        var (shop, shopper) = await Opened(PluginScopes.AddFees, PluginScopes.AddTags);
        plugin.Answer = _ =>
            (
                200,
                """{"success":true,"actions":[{"type":"add_tag","data":{"name":"gift"}},{"type":"add_fee","data":{"id":"wrap","line_text":"Wrapping","fee_type":"fixed","value":1.5}},{"type":"set_line_item_price","data":{"line_item_key":"grater","value":1}},{"type":"dance","data":{}}]}"""
            );
        var before = await Stored(shopper);

        var shown = (await Simulate(shop, shopper, """ "event":"line_items_changed" """)).Ok().Data;

        shown["request"]!["body"]!["event"]!.GetValue<string>().ShouldBe("line_items_changed");
        shown["request"]!["body"]!["event_id"]!.GetValue<string>().ShouldBe(plugin.All.Single().Headers["webhook-id"]);
        var actions = shown["actions"]!.AsArray();
        actions.Select(a => a!["applies"]!.GetValue<bool>()).ShouldBe([true, true, false, false]);
        Change(actions[0]!)["path"]!.GetValue<string>().ShouldBe("meta_data.tags[0]");
        Change(actions[0]!)["after"]!.GetValue<string>().ShouldBe("gift");
        (Change(actions[1]!)["path"]!.GetValue<string>(), Change(actions[1]!)["after"]!["value"]!.GetValue<decimal>()).ShouldBe(
            ("fees[0]", 150)
        );
        actions[2]!["refused_because"]![0]!.GetValue<string>().ShouldContain("did not approve the scope");
        actions[3]!["refused_because"]![0]!.GetValue<string>().ShouldContain("no such action");
        shown["refused_because"].ShouldBeNull();
        var after = await Stored(shopper);
        (after.Version, after.Fees.Length, after.MetaData.Tags.Length).ShouldBe((before.Version, 0, 0));
        (await checkout.Service<IOrderStore>().Timeline(shopper.OrderId, default)).ShouldAllBe(e =>
            !e.Event.StartsWith("plugin.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Simulate_APluginThatFails_SaysWhyItWouldBeSkippedAndLeavesItsCircuitAlone()
    {
        var (shop, shopper) = await Opened(PluginScopes.AddTags);
        plugin.Answer = _ => (500, "oh no");

        for (var i = 0; i < 7; i++)
            (await Simulate(shop, shopper, """ "event":"app_hook","hook":"wrap","app_hook_data":{"paper":"red"} """)).Ok().Data["answer"]![
                "skipped_because"
            ]!
                .GetValue<string>()
                .ShouldBe("The answer has status 500.");

        plugin.All.Count.ShouldBe(7);
        plugin.All[0].Json["properties"]!["paper"]!.GetValue<string>().ShouldBe("red");
    }

    [Fact]
    public async Task Simulate_APlacedOrder_SaysThatItCannotBeAmended()
    {
        var (shop, shopper) = await Opened(PluginScopes.AddTags);
        await shopper.Buy();
        plugin.Answer = _ => (200, """{"success":true,"actions":[{"type":"add_tag","data":{"name":"late"}}]}""");

        (await Simulate(shop, shopper, """ "event":"order_processed" """)).Ok().Data["refused_because"]!
            .GetValue<string>()
            .ShouldContain("cannot be amended");
    }

    [Theory]
    [InlineData(""" "event":"dance" """, "event")]
    [InlineData(""" "event":"app_hook" """, "hook")]
    [InlineData(""" "event":"payment_added","hook":"x" """, "hook")]
    public async Task Simulate_AskedWrongly_IsRefusedByField(string fields, string field)
    {
        var (shop, shopper) = await Opened();

        var answer = await Simulate(shop, shopper, fields);

        (answer.Status, answer.Field).ShouldBe((422, field));
    }

    [Fact]
    public async Task Simulate_AnOrderOfAnotherShop_IsNotFound()
    {
        var (shop, _) = await Opened();
        var (_, other) = await Opened();

        (await Simulate(shop, other, """ "event":"payment_added" """)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(LiveCheckout.SettingsToken, "read_orders")]
    [InlineData(LiveCheckout.OrdersToken, "write_shop_settings")]
    public async Task Simulate_WithOneOfItsTwoScopes_IsRefusedByTheOther(string token, string missing)
    {
        var (shop, shopper) = await Opened();

        var answer = await Simulate(shop, shopper, """ "event":"payment_added" """, token);

        (answer.Status, answer.SubType).ShouldBe((403, "missing_scope"));
        answer.Json.ToJsonString().ShouldContain(missing);
        plugin.All.ShouldBeEmpty();
    }

    private async Task<(string Shop, Shopper Shopper)> Opened(params string[] scopes)
    {
        var settings = new PluginSettings
        {
            Uuid = Uuid,
            Name = "Gift wrap",
            EventUrl = plugin.Url + "/event",
            ClientSecret = "client-secret",
            Scopes = [.. scopes],
        };
        var shop = await checkout.NewShop(s => s with { Plugins = [settings] });
        return (shop, await Shopper.Begin(checkout, shop));
    }

    private Task<Answer> Simulate(string shop, Shopper shopper, string fields, string token = LiveCheckout.Token) =>
        checkout.Admin(
            HttpMethod.Post,
            shop,
            $"plugins/{Uuid}/simulate",
            $$"""{{{fields}},"public_order_id":"{{shopper.OrderId}}"}""",
            token
        );

    private async Task<Order> Stored(Shopper shopper) => (await checkout.Service<IOrderStore>().Load(shopper.OrderId, default))!.Order;

    private static JsonNode Change(JsonNode action) => action["changes"]!.AsArray().ShouldHaveSingleItem()!;
}
