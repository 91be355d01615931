using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>A plugin amends a placed order by itself (docs/contract/backend.md, Amend).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class AmendOrderTests(LiveCheckout checkout) : IAsyncLifetime
{
    /// <summary>Two of 2,350 with 12 % taxes and the cheapest shipping.</summary>
    private const long Total = 5914;
    private const string Fee =
        """{"type":"add_fee","data":{"id":"wrap","line_text":"Wrap","fee_type":"fixed","value":10,"taxable":true}}""";
    private const string Less = """{"type":"discount_cart","data":{"discountType":"fixed","discountAmount":1000}}""";

    private Listener plugin = null!;

    public async Task InitializeAsync() => plugin = await Listener.Start();

    public async Task DisposeAsync() => await plugin.DisposeAsync();

    [Fact]
    public async Task Amendable_DifferenceIsHeld_AndTheSameCallAgainChangesNothing()
    {
        var shopper = await Placed();

        var amended = (await Amend(shopper, Fee)).Ok().State;

        amended["order_total"]!.GetValue<long>().ShouldBe(Total + 1120);
        amended["fees"]!.AsArray().ShouldHaveSingleItem()!["is_amendment"]!.GetValue<bool>().ShouldBeTrue();
        (await Ledger(shopper, "authorize")).ShouldBe([Total, 1120]);
        (await Amend(shopper, Fee)).Ok().State["order_total"]!.GetValue<long>().ShouldBe(Total + 1120);
        (await Ledger(shopper, "authorize")).ShouldBe([Total, 1120]);
        var timeline = (await shopper.BackOffice(HttpMethod.Get, "/timeline")).Ok().Data["timeline"]!.AsArray();
        timeline.ShouldContain(e => e!["event"]!.GetValue<string>() == "order.amended" && e["actor"]!.GetValue<string>() == "plugin:p-1");
    }

    [Theory]
    [InlineData(CaptureMode.Immediate, new[] { Total, 1120 })]
    [InlineData(CaptureMode.Manual, new long[0])]
    public async Task DearerThanItWas_IsChargedTheDifferenceWhereTheOrderWasCharged(CaptureMode mode, long[] captures)
    {
        var shopper = await Placed(mode: mode);

        (await Amend(shopper, Fee)).Ok();

        (await Ledger(shopper, "capture")).ShouldBe(captures);
        (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State["order_balance"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task CheaperThanWasCharged_IsRefused()
    {
        var shopper = await Placed(mode: CaptureMode.Immediate);

        var refused = await Amend(shopper, Less);

        (refused.Status, refused.Field).ShouldBe((422, "payment"));
        (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State["order_total"]!.GetValue<long>().ShouldBe(Total);
        (await Amend(await Placed(), Less)).Ok().State["order_total"]!.GetValue<long>().ShouldBe(Total - 1120);
    }

    [Fact]
    public async Task PaymentWithAnAmount_HoldsNoMore_AndTheWholeAmendmentIsRefused()
    {
        var shopper = await Placed(amount: Total);

        var refused = await Amend(shopper, """{"type":"add_tag","data":{"name":"gift"}}""", Fee);

        (refused.Status, refused.Field).ShouldBe((422, "payment"));
        var state = (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State;
        state["order_total"]!.GetValue<long>().ShouldBe(Total);
        state["order_meta_data"]!["tags"]!.AsArray().ShouldBeEmpty();
        (await Ledger(shopper, "authorize")).ShouldBe([Total]);
    }

    [Fact]
    public async Task OneActionThatDoesNotApply_RefusesTheCallAndNamesIt()
    {
        var shopper = await Placed();

        var refused = await Amend(shopper, Fee, """{"type":"remove_line_item_by_key","data":{"line_item_key":"grater"}}""");

        refused.Status.ShouldBe(422);
        refused.Error["message"]!.GetValue<string>().ShouldStartWith("actions[1].");
        (await Ledger(shopper, "authorize")).ShouldBe([Total]);
        (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State["fees"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task NotPlacedNotAmendableOrOutOfTime_IsRefused()
    {
        var open = await Shopper.Begin(checkout, await Shop("require_amendable", CaptureMode.Manual));
        (await Amend(open, Fee)).SubType.ShouldBe("not_processed");
        (await Amend(await Placed(action: """{"type":"add_tag","data":{"name":"x"}}"""), Fee)).SubType.ShouldBe("not_amendable");
        var late = await Placed(action: """{"type":"delay_platform_order","data":{"seconds":120}}""");
        (await Amend(late, Fee)).Ok();
        await checkout.Pass(TimeSpan.FromSeconds(121));
        (await Amend(late, Fee)).SubType.ShouldBe("not_amendable");
    }

    [Fact]
    public async Task UnknownPluginNoActionsOrNoType_IsRefusedByField()
    {
        var shopper = await Placed();

        (await shopper.BackOffice(HttpMethod.Post, "/amend", $$"""{"uuid":"p-2","actions":[{{Fee}}]}""")).Field.ShouldBe("uuid");
        (await shopper.BackOffice(HttpMethod.Post, "/amend", """{"uuid":"p-1","actions":[]}""")).Field.ShouldBe("actions");
        (await shopper.BackOffice(HttpMethod.Post, "/amend", """{"uuid":"p-1","actions":[{"data":{}}]}""")).Field.ShouldBe("type");
    }

    [Fact]
    public async Task WhateverItChanges_LeavesAWakeUpBeforeMoneyMoves()
    {
        var shopper = await Placed();

        (await Amend(shopper, """{"type":"add_tag","data":{"name":"gift"}}""")).Ok();

        var due = await checkout.Service<IWakeUps>().Due(checkout.Clock.GetUtcNow().AddMinutes(3), 1000, default);
        due.Where(w => w.PublicOrderId == shopper.OrderId && w.Kind == WakeUpKinds.Reconcile).ShouldHaveSingleItem().Shop.ShouldNotBeNull();
    }

    private static Task<Answer> Amend(Shopper shopper, params string[] actions) =>
        shopper.BackOffice(HttpMethod.Post, "/amend", $$"""{"uuid":"p-1","actions":[{{string.Join(',', actions)}}]}""");

    /// <summary>The shopper has closed the page after this.</summary>
    private async Task<Shopper> Placed(
        CaptureMode mode = CaptureMode.Manual,
        long? amount = null,
        string action = """{"type":"require_amendable","data":{}}"""
    )
    {
        var shopper = await Shopper.Begin(checkout, await Shop(action, mode));
        await shopper.Fill();
        var payment = JsonNode.Parse($$"""{"gateway_public_id":"{{Shopper.Gateway}}","token":"tok_visa"}""")!;
        if (amount is not null)
            payment["amount"] = amount;
        (await shopper.Post("/payments", payment.ToJsonString())).Ok();
        (await shopper.Post("/process_order")).Ok().State["order_total"]!.GetValue<long>().ShouldBe(Total);
        return shopper;
    }

    private Task<string> Shop(string action, CaptureMode mode)
    {
        plugin.Answer = heard => (200, $$"""{"success":true,"actions":[{{(heard.Event == "order_submitted" ? action : "")}}]}""");
        return checkout.NewShop(s =>
            s with
            {
                Checkout = s.Checkout with { Capture = new CaptureSettings(mode) },
                Plugins =
                [
                    new PluginSettings
                    {
                        Uuid = "p-1",
                        Name = "P",
                        EventUrl = plugin.Url + "/event",
                        ClientSecret = "client-secret",
                        Events = ["order_submitted"],
                        Scopes = [.. PluginActions.All.Select(a => a.Scope).Distinct()],
                    },
                ],
            }
        );
    }

    private async Task<long[]> Ledger(Shopper shopper, string kind) =>
        [
            .. (await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={shopper.OrderId}")).Json["entries"]!
                .AsArray()
                .Where(e => e!["kind"]!.GetValue<string>() == kind)
                .Select(e => e!["amount"]!.GetValue<long>()),
        ];
}
