using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// The parts in which an order was pushed to the platform are orders of their own (docs/contract/plugins.md, Split orders): read,
/// captured, refunded, canceled and fulfilled by their own ids.
/// </summary>
[Collection(LiveCheckouts.Name)]
public sealed class SplitOrderTests(LiveCheckout checkout) : IAsyncLifetime
{
    private const string Customer = "EYRJPZwuC6obRHgGn2x2oQiGMaw9N7DM7QtII7g0sJYYDcKYpyNkGvv4ddJM7I0I";

    private Listener server = null!;
    private string shop = "";

    public async Task InitializeAsync() => server = await Listener.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Placed_EachPart_IsAnOrderWithItsOwnTotalAndPayment()
    {
        var (shopper, total) = await Placed();

        var first = (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State;
        var id = first["split_into"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>();
        var second = (await Part(HttpMethod.Get, id, "")).Ok().State;
        (Total(first) + Total(second)).ShouldBe(total);
        (Line(first), Line(second)).ShouldBe(("grater", "oven"));
        second["split_from"]!.GetValue<string>().ShouldBe(shopper.OrderId);
        (PlatformId(first), PlatformId(second)).ShouldBe(("1", "2"));
        foreach (var state in new[] { first, second })
        {
            state["is_processed"]!.GetValue<bool>().ShouldBeTrue();
            state["order_balance"]!.GetValue<long>().ShouldBe(0);
            var payment = state["payments"]!.AsArray().ShouldHaveSingleItem()!;
            payment["amount"]!.GetValue<long>().ShouldBe(Total(state));
            payment["status"]!.GetValue<string>().ShouldBe("preAuthed");
        }

        Pushed().ShouldBe([shopper.OrderId, id]);
        (await Ledger(shopper, "authorize")).ShouldBe([Total(first), Total(second)], "nothing is held again");
        (await Part(HttpMethod.Get, id, "/timeline")).Ok().Data["timeline"]!.AsArray().ShouldHaveSingleItem()!["event"]!
            .GetValue<string>()
            .ShouldBe("order.split");
    }

    [Fact]
    public async Task Parts_AreCapturedRefundedAndCanceledApart()
    {
        var (shopper, _) = await Placed();
        var (first, id, second) = await Parts(shopper);

        var captured = (await Part(HttpMethod.Post, id, "/payments/capture/full", """{"reauth":false}""")).Ok();

        captured.Data["capture"]!["amount"]!.GetValue<long>().ShouldBe(second);
        (await Ledger(shopper, "capture")).ShouldBe([second]);
        (await Part(HttpMethod.Post, id, "/payments/capture", """{"reauth":true,"amount":1}""")).Field.ShouldBe("amount");
        (await Part(HttpMethod.Post, id, "/refunds", """{"amount":100}""")).Ok();
        (await Part(HttpMethod.Post, id, "/cancel", """{"reason":"test"}""")).SubType.ShouldBe("not_cancellable");

        (await shopper.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"test"}""")).Ok();

        (await Ledger(shopper, "void")).ShouldBe([first]);
        (await Part(HttpMethod.Post, id, "/refunds/full", "{}")).Ok();
        (await Ledger(shopper, "refund")).ShouldBe([100, second - 100]);
        (await shopper.BackOffice(HttpMethod.Post, "/payments/capture/full", "{}")).SubType.ShouldBe("canceled");
    }

    [Fact]
    public async Task Parts_AreFulfilledApart()
    {
        var (shopper, _) = await Placed();
        var (_, id, _) = await Parts(shopper);

        var fulfilled = (await Part(HttpMethod.Patch, id, "/line_items/oven", """{"fulfilled_quantity":1}""")).Ok();

        fulfilled.Data["line_item"]!["fulfilled_quantity"]!.GetValue<int>().ShouldBe(1);
        (await Part(HttpMethod.Patch, id, "/line_items/grater", """{"fulfilled_quantity":1}""")).Field.ShouldBe("line_item_key");
        (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State["line_items"]![0]!["fulfilled_quantity"]!.GetValue<int>().ShouldBe(0);
        (await shopper.BackOffice(HttpMethod.Patch, "/line_items/oven", """{"fulfilled_quantity":1}""")).Field.ShouldBe("line_item_key");
    }

    /// <summary>A hold that is placed again must not be asked for with a key under which another part's was placed.</summary>
    [Fact]
    public async Task Parts_HoldsThatExpired_ArePlacedAgainEachForItself()
    {
        var (shopper, _) = await Placed("tok_expired_authorization");
        var (first, id, second) = await Parts(shopper);

        (await shopper.BackOffice(HttpMethod.Post, "/payments/capture/full", """{"reauth":true}""")).Ok();
        (await Part(HttpMethod.Post, id, "/payments/capture/full", """{"reauth":true}""")).Ok();

        var entries = await Entries(shopper);
        entries.Select(e => e["idempotency_key"]!.GetValue<string>()).ShouldBeUnique();
        entries.ShouldAllBe(e => e["times"]!.GetValue<int>() == 1);
        Of(entries, "authorize").ShouldBe([first, second, first], "the test gateway lets the rest of the payment be captured then");
        entries
            .Where(e => e["kind"]!.GetValue<string>() == "capture" && e["outcome"]!.GetValue<string>() == "succeeded")
            .Select(e => e["amount"]!.GetValue<long>())
            .ShouldBe([first, second]);
    }

    [Fact]
    public async Task SharedAuthorization_StaysOneOrder()
    {
        var (shopper, total) = await Placed(billing: "SHARED_AUTH");

        var state = (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State;

        Total(state).ShouldBe(total);
        state.AsObject().ContainsKey("split_into").ShouldBeFalse();
        (await Part(HttpMethod.Get, Pushed()[1], "")).Status.ShouldBe(404);
        (await shopper.BackOffice(HttpMethod.Post, "/payments/capture/full", """{"reauth":false}""")).Ok();
        (await Ledger(shopper, "capture")).ShouldBe([total]);
    }

    [Theory]
    [InlineData(CaptureMode.Immediate)]
    [InlineData(CaptureMode.Delayed)]
    public async Task ShopThatChargesByItself_ChargesEachPartOnce(CaptureMode mode)
    {
        var (shopper, _) = await Placed(change: s => s with { Checkout = s.Checkout with { Capture = new CaptureSettings(mode, 2) } });
        var (first, id, second) = await Parts(shopper);

        await checkout.Pass(TimeSpan.FromHours(3));
        await checkout.Pass(TimeSpan.FromHours(3));

        (await Ledger(shopper, "capture")).Order().ShouldBe(new[] { first, second }.Order());
        (await Part(HttpMethod.Get, id, "")).Ok().State["payments"]![0]!["status"]!.GetValue<string>().ShouldBe("captured");
        (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State["payments"]![0]!["status"]!.GetValue<string>().ShouldBe("captured");
    }

    [Fact]
    public async Task TwoPayments_EachPartHasThoseThatPayIt()
    {
        var shopper = await Begun();
        await shopper.Fill();
        (await shopper.Post("/payments", $$"""{"gateway_public_id":"{{Shopper.Gateway}}","token":"tok_mastercard","amount":1000}""")).Ok();
        (await shopper.Pay()).Ok();
        (await shopper.Post("/process_order")).Ok();
        await Opened();
        var (first, id, second) = await Parts(shopper);

        var part = (await Part(HttpMethod.Get, id, "")).Ok().State;
        part["payments"]!.AsArray().ShouldHaveSingleItem()!["amount"]!.GetValue<long>().ShouldBe(second);
        (await Part(HttpMethod.Post, id, "/payments/capture/full", """{"reauth":false}""")).Ok();
        (await shopper.BackOffice(HttpMethod.Post, "/payments/capture/full", """{"reauth":false}""")).Ok();
        (await Ledger(shopper, "capture")).ShouldBe([second, 1000, first - 1000]);
    }

    [Fact]
    public async Task Part_InTheBigCommerceDialect_IsAnOrderByItsNumber()
    {
        var (shopper, _) = await Placed();
        var (_, id, _) = await Parts(shopper);
        var resumed = (await checkout.Send(HttpMethod.Post, $"/checkout/orders/{shop}/resume", $$"""{"public_order_id":"{{id}}"}""")).Ok();
        var number = resumed.State["order_id"]!.GetValue<long>();

        var order = await checkout.Send(
            HttpMethod.Get,
            $"/api/storefront/orders/{number}",
            token: resumed.Data["jwt_token"]!.GetValue<string>()
        );

        order.Status.ShouldBe(200, order.Json.ToJsonString());
        var body = order.Data["order"].ShouldNotBeNull(order.Json.ToJsonString());
        (body["orderId"]!.GetValue<long>(), body["status"]!.GetValue<string>()).ShouldBe((number, "ORDER_STATUS_AWAITING_PAYMENT"));
        body["lineItems"]![0]!["physicalItems"]!.AsArray().ShouldHaveSingleItem()!["quantity"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task CreateOrder_HeldInOneBeforeItWasSplit_StaysOneOrderAndIsChargedWhole()
    {
        await Begun();
        await SaveCustomer(shop);
        var request = JsonNode.Parse(File.ReadAllBytes(Repository.Path("samples", "create-order.json")))!.AsObject();
        request.Remove("discounts");
        request["idempotency_key"] = "split";
        request["cart_items"] = JsonNode.Parse(
            """[{"sku":"OAK_GRATER_SM","quantity":2,"line_item_key":"grater"},{"sku":"RACLETTE_2026","quantity":1,"line_item_key":"oven"}]"""
        );
        var created = (await checkout.Send(HttpMethod.Post, $"/checkout/orders/{shop}/create", request.ToJsonString())).Ok();
        var shopper = new Shopper(
            checkout,
            shop,
            JsonNode.Parse($$"""{"public_order_id":"{{created.Data["public_order_id"]}}","jwt_token":""}""")!
        );

        await Opened();

        var state = (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State;
        state.AsObject().ContainsKey("split_into").ShouldBeFalse();
        Total(state).ShouldBe(Total(created.State));
        Pushed().Count.ShouldBe(2);
        (await Part(HttpMethod.Get, Pushed()[1], "")).Status.ShouldBe(404);
        (await Ledger(shopper, "capture")).ShouldBe([Total(state)]);
    }

    [Fact]
    public async Task Webhooks_TellOfEachPartAndOfNoMoneyTwice()
    {
        var topics = new[] { WebhookTopic.OrderProcessed, WebhookTopic.OrderCreated, WebhookTopic.PaymentCaptured };
        var (shopper, _) = await Processed(change: s =>
            s with
            {
                Checkout = s.Checkout with { Capture = new CaptureSettings(CaptureMode.Immediate) },
                Webhooks =
                [
                    .. topics.Select(
                        (topic, i) =>
                            new WebhookSubscription(
                                $"hook-{i}",
                                topic,
                                server.Url + "/hooks",
                                "shared",
                                checkout.Clock.GetUtcNow(),
                                checkout.Clock.GetUtcNow()
                            )
                    ),
                ],
            }
        );

        // A clock that is turned while a message is being sent times it out, and it is sent once more.
        await checkout
            .Service<WakeUpSweep>()
            .Handle(new WakeUp(shopper.OrderId, WakeUpKinds.OrderParts, checkout.Clock.GetUtcNow().AddDays(1)), default);
        var (_, id, _) = await Parts(shopper);
        foreach (var order in new[] { shopper.OrderId, id })
            await checkout.Settle(new Shopper(checkout, shop, JsonNode.Parse($$"""{"public_order_id":"{{order}}","jwt_token":""}""")!));

        var heard = server.All.Where(h => h.Path == "/hooks").ToLookup(h => h.Json["public_order_id"]!.GetValue<string>(), h => h.Topic);
        heard[id].ShouldBe([WebhookTopic.OrderProcessed, WebhookTopic.OrderCreated], ignoreOrder: true);
        heard[shopper.OrderId].Count(topic => topic == WebhookTopic.PaymentCaptured).ShouldBe(2);
        heard[shopper.OrderId].Count(topic => topic == WebhookTopic.OrderCreated).ShouldBe(1);
    }

    [Fact]
    public async Task Split_CutOffBeforeThePartsWereAdded_AddsThemOnce()
    {
        var (shopper, total) = await Placed();
        var (first, id, _) = await Parts(shopper);
        var store = checkout.Service<IOrderStore>();
        var lost = (await store.Load(id, default))!.Order with { PublicOrderId = id[..^4] + "lost", TimelineLength = 0 };

        // Once before the part was added, and once after it: then it was added, and only the order does not say so yet.
        var added = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            var stored = (await store.Load(shopper.OrderId, default))!;
            stored.Order.PartsToOpen.ShouldBeEmpty();
            (await store.Commit(stored, stored.Order with { PartsToOpen = [lost] }, null, default)).ShouldNotBeNull();
            await checkout
                .Service<IWakeUps>()
                .Set(new WakeUp(shopper.OrderId, WakeUpKinds.OrderParts, checkout.Clock.GetUtcNow()), default);

            await Opened();

            added.Add((await Part(HttpMethod.Get, lost.PublicOrderId, "")).Ok().State.ToJsonString());
            (await store.Load(shopper.OrderId, default))!.Order.PartsToOpen.ShouldBeEmpty();
            (await Part(HttpMethod.Get, lost.PublicOrderId, "/timeline")).Ok().Data["timeline"]!.AsArray().ShouldHaveSingleItem()!["event"]!
                .GetValue<string>()
                .ShouldBe("order.split");
        }

        added[1].ShouldBe(added[0]);
        Total((await shopper.BackOffice(HttpMethod.Get, "")).Ok().State).ShouldBe(first);
        total.ShouldBeGreaterThan(first);
    }

    private async Task<(Shopper Shopper, long Total)> Placed(
        string token = "tok_visa",
        string billing = "NEW_AUTH",
        Func<Shop, Shop>? change = null
    )
    {
        var placed = await Processed(token, billing, change);
        await Opened();
        return placed;
    }

    /// <summary>What follows the answer may still be under way.</summary>
    private async Task<(Shopper Shopper, long Total)> Processed(
        string token = "tok_visa",
        string billing = "NEW_AUTH",
        Func<Shop, Shop>? change = null
    )
    {
        var shopper = await Begun(billing, change);
        await shopper.Fill();
        (await shopper.Pay(token)).Ok();
        return (shopper, Total((await shopper.Post("/process_order")).Ok().State));
    }

    /// <summary>What follows an answer is done.</summary>
    private Task Opened() => checkout.Pass(TimeSpan.FromMinutes(2));

    private async Task<Shopper> Begun(string billing = "NEW_AUTH", Func<Shop, Shop>? change = null)
    {
        var split =
            $$"""{"type":"set_split_order_condition","data":{"split_order_policy":"CREATE_NEW_ORDER","split_order_condition_type":"PREORDER","policy_types":{"ShippingCost":"ORDER_COUNT","Billing":"{{billing}}"} } }""";
        server.Answer = heard =>
            heard.Path == "/platform/orders" ? (200, $$"""{"platform_order_id":"{{Pushed().Count}}"}""")
            : heard.Path == "/event" ? (200, $$"""{"success":true,"actions":[{{split}}]}""")
            : (200, "{}");
        shop = await checkout.NewShop(s =>
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
                        Events = ["order_submitted"],
                        Scopes = ["modify_order", "modify_cart", "amend_orders"],
                    },
                ],
            }
        );
        var shopper = await Shopper.Begin(checkout, shop);
        (await shopper.Post("/items", """{"sku":"RACLETTE_2026","quantity":1,"line_item_key":"oven"}""")).Ok();
        return shopper;
    }

    private async Task SaveCustomer(string identifier)
    {
        var customers = checkout.Service<ICustomerStore>();
        await customers.Save(identifier, (await customers.Find(LiveCheckout.DemoShop, Customer, default))!, default);
    }

    private async Task<(long First, string Id, long Second)> Parts(Shopper shopper)
    {
        var first = (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State;
        var id = first["split_into"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>();
        return (Total(first), id, Total((await Part(HttpMethod.Get, id, "")).Ok().State));
    }

    private Task<Answer> Part(HttpMethod method, string id, string path, string? body = null) =>
        checkout.Send(method, $"/checkout/orders/{shop}/{id}{path}", body);

    private List<string> Pushed() =>
        [.. server.All.Where(h => h.Path == "/platform/orders").Select(h => h.Json["public_order_id"]!.GetValue<string>())];

    private async Task<List<JsonNode>> Entries(Shopper shopper) =>
        [
            .. (await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={shopper.OrderId}")).Json["entries"]!
                .AsArray()
                .Select(e => e!),
        ];

    private async Task<long[]> Ledger(Shopper shopper, string kind) => Of(await Entries(shopper), kind);

    private static long[] Of(List<JsonNode> entries, string kind) =>
        [.. entries.Where(e => e["kind"]!.GetValue<string>() == kind).Select(e => e["amount"]!.GetValue<long>())];

    private static long Total(JsonNode state) => state["order_total"]!.GetValue<long>();

    private static string Line(JsonNode state) =>
        state["line_items"]!.AsArray().ShouldHaveSingleItem()!["product_data"]!["line_item_key"]!.GetValue<string>();

    private static string PlatformId(JsonNode state) => state["platform_order_id"]!.GetValue<string>();
}
