using System.Text.Json.Nodes;
using Checkout.Plugins.Actions;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// Create Order's process_order asks plugins and tells them and webhooks as a shopper's does
/// (docs/contract/create-order.md, Process order).
/// </summary>
[Collection(LiveCheckouts.Name)]
public sealed class CreateOrderPluginTests(LiveCheckout checkout) : IAsyncLifetime
{
    private const string Customer = "EYRJPZwuC6obRHgGn2x2oQiGMaw9N7DM7QtII7g0sJYYDcKYpyNkGvv4ddJM7I0I";

    /// <summary>Two of 4,500 with 12 % taxes and the cheapest shipping.</summary>
    private const long Total = 9000 + 1080 + 650;

    private Listener server = null!;

    public async Task InitializeAsync() => server = await Listener.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task ProcessOrder_RaisesWhatAShoppersDoes_InItsOrder()
    {
        server.Answer = heard =>
            (200, heard.Event == "order_submitted" ? Actions("""{"type":"require_amendable","data":{}}""") : Actions());
        var shop = await Shop("order_submitted", "amend_order", "order_processed");

        var answer = (await Create(shop, Request("events"))).Ok();

        Events().ShouldBe(["order_submitted", "amend_order", "order_processed"]);
        Body("order_submitted")["order"]!["is_processed"]!.GetValue<bool>().ShouldBeFalse();
        Body("order_processed")["order"]!["is_processed"]!.GetValue<bool>().ShouldBeTrue();
        Body("order_processed")["order"]!["public_order_id"]!.GetValue<string>().ShouldBe(OrderId(answer));
        (await Create(shop, Request("events"))).Ok();
        Events().Count.ShouldBe(3, "the same key is answered from the record");
    }

    [Fact]
    public async Task OrderSubmitted_FeeThatIsNotTaxed_IsHeldAndCharged()
    {
        server.Answer = _ => (200, Actions(Fee(taxable: false)));

        var answer = (await Create(await Shop("order_submitted"), Request("fee"))).Ok();

        answer.State["order_total"]!.GetValue<long>().ShouldBe(Total + 1000);
        (await Ledger(answer, "authorize")).ShouldBe([Total, 1000]);
        (await Ledger(answer, "capture")).Sum().ShouldBe(Total + 1000);
    }

    [Fact]
    public async Task OrderSubmitted_TaxableFee_FailsWithItsTax_AndTheSameKeyGoesOn()
    {
        server.Answer = _ => (200, Actions(Fee(taxable: true)));
        var shop = await Shop("order_submitted");

        var refused = await Create(shop, Request("taxable fee"));

        (refused.Status, refused.Field, refused.SubType).ShouldBe((422, "tax", "tax_changed"));
        refused.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("process_order");
        refused.State["order_total"]!.GetValue<long>().ShouldBe(Total + 1120);
        (await Ledger(refused, "capture")).ShouldBeEmpty();
        var placed = (await Create(shop, Request("taxable fee"))).Ok();
        placed.State["order_total"]!.GetValue<long>().ShouldBe(Total + 1120, "the fee is there once");
        (await Ledger(placed, "capture")).Sum().ShouldBe(Total + 1120);
    }

    [Fact]
    public async Task OrderSubmitted_DiscountAfterTheHold_IsChargedLessAndTheRestReleased()
    {
        server.Answer = _ => (200, Actions("""{"type":"discount_cart","data":{"discountType":"fixed","discountAmount":1000}}"""));
        var shop = await Shop("order_submitted");
        (await Create(shop, Request("discount"))).Field.ShouldBe("tax");

        var placed = (await Create(shop, Request("discount"))).Ok();

        placed.State["order_total"]!.GetValue<long>().ShouldBe(Total - 1120);
        (await Ledger(placed, "capture")).ShouldBe([Total - 1120]);
    }

    [Fact]
    public async Task OrderSubmitted_DiscountAfterTheHold_HoldsNoMoreThanTheTotal()
    {
        server.Answer = _ => (200, Actions("""{"type":"discount_cart","data":{"discountType":"fixed","discountAmount":1000}}"""));
        var shop = await Shop("order_submitted");
        var request = Request("held");
        request["commands"] = new JsonObject(
            new[] { "calculate_shipping", "calculate_tax_rates", "authorize_payments", "process_order" }.Select(
                (command, i) => KeyValuePair.Create<string, JsonNode?>($"{i}", command)
            )
        );
        (await Create(shop, request)).Field.ShouldBe("tax");

        var placed = (await Create(shop, request)).Ok();

        var stored = (await checkout.Service<IOrderStore>().Load(OrderId(placed), default))!.Order;
        stored.Payments.Sum(payment => payment.Held).ShouldBe(Total - 1120);
    }

    [Fact]
    public async Task OrderSubmitted_ThatRaisesTheTotalOfAFixedPayment_IsRefusedAndNothingIsCharged()
    {
        server.Answer = _ => (200, Actions(Fee(taxable: false)));
        var request = Request("fixed");
        request["payments"]![0]!["amount"] = Total;

        var refused = await Create(await Shop("order_submitted"), request);

        (refused.Status, refused.Field).ShouldBe((422, "payment"));
        refused.State["is_processed"]!.GetValue<bool>().ShouldBeFalse();
        (await Ledger(refused, "capture")).ShouldBeEmpty();
    }

    [Fact]
    public async Task OrderSubmitted_PluginDown_IsSkippedAndTheOrderPlaced()
    {
        server.Answer = _ => (500, "");

        var answer = (await Create(await Shop("order_submitted"), Request("plugin down"))).Ok();

        answer.State["is_processed"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task OrderSubmitted_OrderWrittenInBetween_IsAppliedToTheNewerOrderWithoutAskingAgain()
    {
        var shop = await Shop("order_submitted");
        var draft = Request("between");
        draft.Remove("commands");
        var id = OrderId((await Create(shop, draft)).Ok());
        server.Answer = _ =>
        {
            WriteInBetween(id);
            return (200, Actions("""{"type":"add_tag","data":{"name":"vip"}}"""));
        };

        var state = (await Create(shop, Request("between"))).Ok().State;

        Events().ShouldBe(["order_submitted"]);
        state["order_meta_data"]!["tags"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["vip"]);
        state["order_meta_data"]!["notes"]!.GetValue<string>().ShouldBe("from another host");
    }

    [Fact]
    public async Task Processed_WebhooksGoOut_AsOfAnyOrder()
    {
        var shop = await checkout.NewShop(s =>
            s with
            {
                Webhooks =
                [
                    .. new[] { WebhookTopic.OrderProcessed, WebhookTopic.PaymentCaptured }.Select(
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
        await SaveCustomer(shop);

        var answer = (await Create(shop, Request("webhooks"))).Ok();

        var processed = await server.Next();
        var captured = await server.Next();
        (processed.Topic, captured.Topic).ShouldBe((WebhookTopic.OrderProcessed, WebhookTopic.PaymentCaptured));
        processed.Json["public_order_id"]!.GetValue<string>().ShouldBe(OrderId(answer));
        captured.Json["data"]!["amount"]!.GetValue<long>().ShouldBe(Total);
    }

    [Fact]
    public async Task AddressOverride_DecidesInPlaceOfTheRules()
    {
        server.Answer = _ => (200, """{"valid":false,"errors":[{"message":"Nobody lives there.","field":"address_line_1"}]}""");
        var shop = await checkout.NewShop(s =>
            s with
            {
                Overrides = [new OverrideSettings("o", "address_validate", server.Url, "shared")],
            }
        );
        await SaveCustomer(shop);

        var refused = await Create(shop, Request("override"));

        (refused.Status, refused.Field).ShouldBe((422, "address_line_1"), refused.Json.ToJsonString());
        refused.Json["data"].ShouldBeNull();
    }

    /// <summary>As another host would change the order, unknown to this one's turns.</summary>
    private void WriteInBetween(string publicOrderId)
    {
        var store = checkout.Service<IOrderStore>();
        var stored = store.Load(publicOrderId, default).GetAwaiter().GetResult()!;
        var noted = stored.Order with { MetaData = stored.Order.MetaData with { Notes = "from another host" } };
        store.Commit(stored, noted, answer: null, default).GetAwaiter().GetResult().ShouldNotBeNull();
    }

    private async Task<string> Shop(params string[] events)
    {
        var shop = await checkout.NewShop(s =>
            s with
            {
                Plugins =
                [
                    new PluginSettings
                    {
                        Uuid = "p-1",
                        Name = "Plugin",
                        EventUrl = server.Url + "/event",
                        ClientSecret = "client-secret",
                        Events = [.. events],
                        Scopes = [.. PluginActions.All.Select(a => a.Scope).Distinct()],
                    },
                ],
            }
        );
        await SaveCustomer(shop);
        return shop;
    }

    private async Task SaveCustomer(string shop)
    {
        var customers = checkout.Service<ICustomerStore>();
        await customers.Save(shop, (await customers.Find(LiveCheckout.DemoShop, Customer, default))!, default);
    }

    private Task<Answer> Create(string shop, JsonObject request) =>
        checkout.Send(HttpMethod.Post, $"/checkout/orders/{shop}/create", request.ToJsonString());

    /// <summary>The guide's request without its discount.</summary>
    private static JsonObject Request(string key)
    {
        var request = JsonNode.Parse(File.ReadAllBytes(Repository.Path("samples", "create-order.json")))!.AsObject();
        request.Remove("discounts");
        request["idempotency_key"] = key;
        return request;
    }

    private List<string> Events() => [.. server.All.Where(h => h.Path == "/event").Select(h => h.Event)];

    private JsonNode Body(string @event) => server.All.Single(h => h.Path == "/event" && h.Event == @event).Json;

    private static string OrderId(Answer answer) => answer.Data["public_order_id"]!.GetValue<string>();

    private static string Fee(bool taxable) =>
        $$"""{"type":"add_fee","data":{"id":"wrap","line_text":"Wrap","fee_type":"fixed","value":10,"taxable":{{(taxable ? "true" : "false")}} } }""";

    private static string Actions(params string[] actions) => $$"""{"success":true,"actions":[{{string.Join(',', actions)}}]}""";

    private async Task<long[]> Ledger(Answer answer, string kind)
    {
        var ledger = await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={OrderId(answer)}");
        return
        [
            .. ledger.Json["entries"]!
                .AsArray()
                .Where(e => e!["kind"]!.GetValue<string>() == kind)
                .Select(e => e!["amount"]!.GetValue<long>()),
        ];
    }
}
