using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>What a listening plugin, override or merchant's server is really sent, whole.</summary>
[Collection(LiveCheckouts.Name)]
public sealed class GoldenBodyTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Listener server = null!;

    public async Task InitializeAsync() => server = await Listener.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Events_AWholeCheckout_HaveTheEnvelopeOfThePage()
    {
        server.Answer = heard =>
            (
                200,
                heard.Event == PluginEventNames.InitializeCheckout
                    ? """{"success":true,"actions":[{"type":"require_amendable","data":{}},{"type":"add_fee","data":{"id":"wrap","line_text":"Gift wrapping","fee_type":"fixed","value":1.5,"taxable":true}}]}"""
                    : """{"success":true,"actions":[]}"""
            );
        var shop = await checkout.NewShop(s => s with { Plugins = [Plugin(PluginEventNames.All.ToArray())] });
        var shopper = await Shopper.Begin(
            checkout,
            shop,
            """
            "cart_id":"cart-77","order_meta_data":{"cart_parameters":{"source":"newsletter"},"note_attributes":{"gift":"yes"},"notes":"Ring twice","tags":["spring"]}
            """
        );

        await shopper.Fill();
        (await shopper.Put("/items", """{"line_item_key":"grater","quantity":3}""")).Ok();
        (await shopper.Post("/discounts", """{"code":"FREESHIPPING"}""")).Ok();
        (await shopper.Post("/app_hook", $$"""{"hook":"points_redeemed","app_hook_data":{"points":100},"uuid":"{{PluginUuid}}"}""")).Ok();
        (await shopper.Post("/taxes")).Ok();
        (await shopper.Pay()).Ok();
        (await shopper.Post("/process_order")).Ok();

        server.All.Select(h => h.Event).Order().ShouldBe(PluginEventNames.All.Order());
        server.All.Select(Described.CallOf).Order().ShouldBe(PluginEventNames.All.Select(name => $"event/{name}").Order());
        Golden.Check(server.All.Select(heard => ($"events/{heard.Event}", heard, shopper)));
    }

    [Fact]
    public async Task Overrides_AWholeCheckout_AskAsOnThePage()
    {
        server.Answer = heard =>
            (
                200,
                heard.Path switch
                {
                    "/address_validate" => """{"valid":true}""",
                    "/shipping" =>
                        """{"name":"Left-turn Shipping","rates":[{"line_text":"Overnight Express","value":15,"code":"EXP"},{"line_text":"Economy","value":10.5,"code":"ECO"}]}""",
                    "/tax" => """{"line_items":{},"shipping":[{"rate":0.01,"name":"VAT"}],"sub_total":[{"rate":"0.05","name":"GST"}]}""",
                    "/discount" =>
                        """{"found":true,"valid":true,"kind":"FixedAmount","amount":500,"conditions":[],"params":[],"message":"Summer","tag_line":"Discount"}""",
                    _ => """{"type":"final","items":[{"sku":"OAK_GRATER_SM","variant_id":"","quantity":2,"available_quantity":9}]}""",
                }
            );
        var shop = await checkout.NewShop(s =>
            s with
            {
                Overrides =
                [
                    .. new[] { "address_validate", "discount", "inventory", "shipping", "tax" }.Select(kind => new OverrideSettings(
                        kind,
                        kind,
                        $"{server.Url}/{kind}",
                        "shared"
                    )),
                ],
            }
        );
        var shopper = await Shopper.Begin(
            checkout,
            shop,
            """
            "order_meta_data":{"cart_parameters":{"source":"newsletter"},"note_attributes":{"gift":"yes"}}
            """
        );

        (await shopper.Get("/check_inventory?stage=initial")).Ok();
        await shopper.Fill();
        (await shopper.Post("/discounts", """{"code":" SUMMER2022 "}""")).Ok();
        (await shopper.Post("/taxes")).Ok();
        (await shopper.Pay()).Ok();
        (await shopper.Post("/process_order")).Ok();

        Golden.Check(
            ("overrides/address_validate", Asked("/address_validate", first: true), shopper),
            ("overrides/shipping", Asked("/shipping", first: false), shopper),
            ("overrides/tax", Asked("/tax", first: false), shopper),
            ("overrides/discount", Asked("/discount", first: true), shopper),
            ("overrides/discount-finalize", Asked("/discount", first: false), shopper),
            ("overrides/inventory-initial", Asked("/inventory", first: true), shopper),
            ("overrides/inventory-final", Asked("/inventory", first: false), shopper)
        );
        server.All.Select(Described.CallOf).Distinct().Order().ShouldBe(OverrideKinds.All.Select(kind => $"override/{kind}").Order());
        server.All.ShouldAllBe(heard =>
            heard.Headers["Authorization"].StartsWith("Signature keyId=\"shop\",algorithm=\"hmac-sha256\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Webhooks_EveryTopic_HasItsBodyAndIsSignedOverIt()
    {
        var shop = await checkout.NewShop(s =>
            s with
            {
                Checkout = s.Checkout with { AbandonedAfterMinutes = 30 },
                Webhooks =
                [
                    .. WebhookTopic.All.Select(t => new WebhookSubscription(
                        $"hook-{t.Id}",
                        t.Name,
                        server.Url,
                        "shared",
                        default,
                        default
                    )),
                ],
            }
        );
        var (buyer, leaver) = (
            await Shopper.Begin(checkout, shop),
            await Shopper.Begin(checkout, shop, "\"resumable_link\":\"https://store.example.com/resume\"")
        );
        await buyer.Fill();
        (await buyer.Pay("tok_decline")).Ok();
        (await buyer.Post("/process_order")).Status.ShouldBe(422);
        (await buyer.Delete("/payments", """{"token":"tok_decline"}""")).Ok();
        (await buyer.Pay()).Ok();
        (await buyer.Post("/process_order")).Ok();
        (await buyer.BackOffice(HttpMethod.Post, "/complete", """{"platform_order_id":"4711"}""")).Ok();
        (await buyer.BackOffice(HttpMethod.Post, "/payments/capture/full", """{"reauth":false}""")).Ok();
        (await buyer.BackOffice(HttpMethod.Post, "/refunds", """{"amount":100}""")).Ok();
        (await buyer.BackOffice(HttpMethod.Patch, "/line_items/grater", """{"fulfilled_quantity":1}""")).Ok();
        (await buyer.BackOffice(HttpMethod.Patch, "/line_items/grater", """{"fulfilled_quantity":2}""")).Ok();
        await checkout.Settle(buyer);
        (await leaver.Post("/customer/guest", Shopper.John.Replace("john.doe", "leaver", StringComparison.Ordinal))).Ok();
        await checkout.Pass(TimeSpan.FromMinutes(31));
        await checkout.Settle(leaver);
        (await leaver.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"The shopper left"}""")).Ok();
        await checkout.Settle(leaver);

        server
            .All.Select(h => h.Topic)
            .ShouldBe([
                WebhookTopic.PaymentFailed,
                WebhookTopic.OrderProcessed,
                WebhookTopic.OrderCreated,
                WebhookTopic.OrderUpdated,
                WebhookTopic.PaymentCaptured,
                WebhookTopic.OrderUpdated,
                WebhookTopic.RefundCreated,
                WebhookTopic.OrderRefunded,
                WebhookTopic.RefundCompleted,
                WebhookTopic.OrderUpdated,
                WebhookTopic.OrderFulfilled,
                WebhookTopic.OrderUpdated,
                WebhookTopic.OrderFulfilled,
                WebhookTopic.OrderUpdated,
                WebhookTopic.CheckoutAbandoned,
                WebhookTopic.OrderCancelled,
            ]);
        Golden.Check(
            server
                .All.DistinctBy(heard => heard.Topic)
                .Select(heard =>
                    (
                        $"webhooks/{heard.Topic.Replace('/', '-')}",
                        heard,
                        heard.Text.Contains(buyer.OrderId, StringComparison.Ordinal) ? buyer : leaver
                    )
                )
        );
        foreach (var told in server.All.GroupBy(heard => heard.Json["public_order_id"]!.GetValue<string>()))
            told.Select(heard => heard.Json["sequence"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, told.Count()));
        server.All.Select(Described.CallOf).ShouldBe(server.All.Select(heard => heard.Topic));
        server.All.Select(heard => heard.Json["id"]!.GetValue<string>()).ShouldBeUnique();
        foreach (var heard in server.All)
        {
            heard.Headers["x-bold-signature"].ShouldBe(Hmac(heard.Text, "shared"));
            heard
                .Headers["X-Bold-Api-Authorization"]
                .ShouldContain($"signature=\"{Hmac("x-bold-date: " + heard.Headers["X-Bold-Date"], "shared")}\"");
            heard
                .Headers["Authorization"]
                .ShouldContain($"signature=\"{Hmac($"(request-target): post {heard.Path}\ndate: {heard.Headers["Date"]}", "shared")}\"");
            heard.Headers["x-bold-timestamp"].ShouldMatch("^[0-9]{10}$");
            heard.Headers["x-bold-webhook-id"].ShouldNotBeEmpty();
            heard.Headers["Content-Type"].ShouldBe("application/json");
        }
    }

    private const string PluginUuid = "3a7ab2b3-3a45-4c5b-9d11-7a2f5f5ac001";

    private PluginSettings Plugin(params string[] events) =>
        new()
        {
            Uuid = PluginUuid,
            Name = "Gift wrap",
            EventUrl = server.Url + "/checkout/event",
            ClientSecret = "client-secret",
            Events = [.. events],
            Scopes = [.. PluginActions.All.Select(a => a.Scope).Distinct()],
        };

    private Heard Asked(string path, bool first) => first ? server.All.First(h => h.Path == path) : server.All.Last(h => h.Path == path);

    private static string Hmac(string body, string secret) =>
        Convert.ToBase64String(
            System.Security.Cryptography.HMACSHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(secret),
                System.Text.Encoding.UTF8.GetBytes(body)
            )
        );
}
