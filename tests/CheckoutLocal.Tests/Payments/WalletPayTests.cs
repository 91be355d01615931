using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>
/// Express payment from the back office, as the connectors call it
/// (docs/contract/payments.md#wallet-orders-of-the-back-office). The host is these tests' own: they open a second shop
/// with the demo shop's token.
/// </summary>
public sealed class WalletPayTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>
{
    private const string Orders = $"/checkout/orders/{LocalCheckout.Shop}/wallet_pay";

    [Fact]
    public async Task Open_ThenGet_KnowsTheShopperThatWasDescribed()
    {
        var order = (await checkout.Init()).OrderId;

        var opened = await Open(Described(order));
        var read = await Read(opened);

        opened.Status.ShouldBe(200, opened.Json.ToJsonString());
        opened.Cost.ShouldBe(1);
        read.Status.ShouldBe(200);
        read.Cost.ShouldBe(1);
        read.Data["first_name"]!.GetValue<string>().ShouldBe("John");
        read.Data["last_name"]!.GetValue<string>().ShouldBe("Smith");
        read.Data["email"]!.GetValue<string>().ShouldBe("jsmith@example.com");
        var place = read.Data["shipping_address"]!;
        place
            .AsObject()
            .Select(p => p.Key)
            .ShouldBe(["address_line_1", "address_line_2", "city", "country", "province", "postal_code", "phone"]);
        (
            place["city"]!.GetValue<string>(),
            place["country"]!.GetValue<string>(),
            place["province"]!.GetValue<string>(),
            place["phone"]!.GetValue<string>()
        ).ShouldBe(("Winnipeg", "CA", "MB", "2045550100"));
        read.Data["billing_address"]!["postal_code"]!.GetValue<string>().ShouldBe("R3Y0L6");
    }

    [Fact]
    public async Task Open_NothingKnownYet_AnswersWithTheWalletsOwnShopper()
    {
        var body = Described((await checkout.Init()).OrderId);
        body["order_data"] = new JsonObject
        {
            ["locale"] = "en-CA",
            ["customer"] = new JsonArray(),
            ["shipping_address"] = new JsonObject { ["phone_number"] = "2045550100" },
        };

        var read = await Read(await Open(body));

        read.Data["first_name"]!.GetValue<string>().ShouldBe("Test");
        read.Data["shipping_address"]!["country"]!.GetValue<string>().ShouldBe("US");
    }

    [Fact]
    public async Task Update_SomeOfIt_LeavesTheRest()
    {
        var opened = await Open(Described((await checkout.Init()).OrderId));
        var patch = new JsonObject
        {
            ["gateway_id"] = Scene.TestGateway,
            ["order_data"] = new JsonObject
            {
                ["customer"] = new JsonObject { ["first_name"] = "Jane", ["last_name"] = "Smith" },
            },
        };

        var updated = await checkout.Send(HttpMethod.Patch, $"{Orders}/{Id(opened)}", patch.ToJsonString());
        var read = await Read(opened);

        updated.Status.ShouldBe(204);
        (read.Data["first_name"]!.GetValue<string>(), read.Data["email"]!.GetValue<string>()).ShouldBe(("Jane", "jsmith@example.com"));
        read.Data["shipping_address"]!["city"]!.GetValue<string>().ShouldBe("Winnipeg");
    }

    [Fact]
    public async Task ApprovedOnThePage_PaysTheOrderForTheShopperThatWasDescribed()
    {
        var shopping = await Shopping.Begin(checkout, await Shop());
        var body = Described(shopping.OrderId);
        var opened = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{shopping.Shop}/wallet_pay", body.ToJsonString());

        var approved = await shopping.Do(
            "wallet_pay/on_approve",
            new JsonObject
            {
                ["gateway_type"] = "paypal",
                ["payment_data"] = new JsonObject { ["paypal_order_id"] = Id(opened) },
            }
        );

        approved.State["customer"]!["email_address"]!.GetValue<string>().ShouldBe("jsmith@example.com");
        approved.State["addresses"]!["shipping"]!["address_line_1"]!.GetValue<string>().ShouldBe("50 Fultz Blvd");
        approved.State["order_balance"]!.GetValue<long>().ShouldBe(0);
        (await shopping.Timeline()).Select(e => e!["event"]!.GetValue<string>()).ShouldContain("wallet_order.created");
        (await shopping.Do("shipping_lines", new JsonObject { ["index"] = "0" })).Status.ShouldBe(200);
        await shopping.Do("taxes", []);
        (await shopping.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Data["total"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AnyCall_WithoutWhatItNames_IsTheWalletsError()
    {
        var opened = await Open(Described((await checkout.Init()).OrderId));
        var (id, patch) = (Id(opened), Described(order: null).ToJsonString());
        var wrongGateway = Described((await checkout.Init()).OrderId);
        wrongGateway["gateway_id"] = "87ef83fe-b43c-4c40-9c96-1413b9d11b79";
        var never = "test_wallet_" + (await checkout.Init()).OrderId;

        Answer[] refused =
        [
            await Open(wrongGateway),
            await checkout.Send(HttpMethod.Get, $"{Orders}/c7215964-94b5-4a64-8e5d-152ad284cedf?gateway_id={Scene.TestGateway}"),
            await checkout.Send(HttpMethod.Get, $"{Orders}/{id}"),
            await checkout.Send(HttpMethod.Get, $"{Orders}/{never}?gateway_id={Scene.TestGateway}"),
            await checkout.Send(
                HttpMethod.Get,
                $"/checkout/orders/{LocalCheckout.OtherShop}/wallet_pay/{id}?gateway_id={Scene.TestGateway}",
                token: LocalCheckout.OtherShopsToken
            ),
            await checkout.Send(HttpMethod.Patch, $"{Orders}/c7215964", patch),
            await checkout.Send(HttpMethod.Patch, $"{Orders}/test_wallet_unknown", patch),
            await checkout.Send(HttpMethod.Patch, $"{Orders}/{never}", patch),
        ];

        foreach (var answer in refused)
        {
            answer.Status.ShouldBe(422);
            new[] { "type", "field", "severity", "sub_type" }
                .Select(key => answer.Error[key]!.GetValue<string>())
                .ShouldBe(["order", "order_retrieval", "critical", "wallet_pay"]);
        }
    }

    [Theory]
    [InlineData(
        """{"selected_shipping_option":{"label":"Standard","amount":{"currency_code":"CAD","value":"7.00"}}}""",
        "order_data.selected_shipping_option.id"
    )]
    [InlineData("""{"selected_shipping_option":{"id":"std"}}""", "order_data.selected_shipping_option.label")]
    [InlineData(
        """{"shipping_options":[{"id":"std","label":"Standard","amount":{"currency_code":"CAD","value":"x"}}]}""",
        "order_data.shipping_options.0.amount.value"
    )]
    [InlineData("""{"amount":{"currency_code":"USD","value":"1.00"}}""", "order_data.amount.currency_code")]
    [InlineData("""{"amount":{"currency_code":"CAD","value":"1.001"}}""", "order_data.amount.value")]
    [InlineData("""{"items":[{"name":"Board","sku":"BOARD","quantity":0}]}""", "order_data.items.0.quantity")]
    [InlineData(
        """{"items":[{"name":"Board","quantity":1,"unit_amount":{"currency_code":"USD","value":"1.00"}}]}""",
        "order_data.items.0.unit_amount.currency_code"
    )]
    public async Task Open_WithAWrongPart_NamesIt(string data, string field)
    {
        var body = Described((await checkout.Init()).OrderId);
        body["order_data"] = JsonNode.Parse(data);

        var refused = await Open(body);

        refused.Status.ShouldBe(422);
        refused.Json["errors"]!
            .AsArray()
            .ShouldContain(e =>
                e!["field"]!.GetValue<string>() == field
                && e["type"]!.GetValue<string>() == "order"
                && e["sub_type"]!.GetValue<string>() == "wallet_pay"
            );
    }

    [Theory]
    [InlineData("gateway_id")]
    [InlineData("order_data")]
    [InlineData("public_order_id")]
    public async Task Open_WithoutARequiredField_NamesIt(string field)
    {
        var body = Described((await checkout.Init()).OrderId);
        body.Remove(field);

        var refused = await Open(body);

        refused.Status.ShouldBe(422);
        refused.Field.ShouldBe(field);
    }

    [Fact]
    public async Task Open_ByATokenThatOnlyReads_IsForbidden() =>
        (
            await checkout.Send(
                HttpMethod.Post,
                Orders,
                Described((await checkout.Init()).OrderId).ToJsonString(),
                LocalCheckout.ReadOnlyToken
            )
        ).Status.ShouldBe(403);

    private Task<Answer> Open(JsonObject body) => checkout.Send(HttpMethod.Post, Orders, body.ToJsonString());

    private Task<Answer> Read(Answer opened) => checkout.Send(HttpMethod.Get, $"{Orders}/{Id(opened)}?gateway_id={Scene.TestGateway}");

    private static string Id(Answer opened) => opened.Data["order_id"]!.GetValue<string>();

    private async Task<string> Shop()
    {
        await Shopping.Open(checkout, "walletshop1", demo => demo);
        return "walletshop1";
    }

    private static JsonObject Described(string? order)
    {
        var body = JsonNode
            .Parse(
                """
                {
                  "gateway_id": "testgateway00000000000000000000000000000000000000000000000000001",
                  "order_data": {
                    "locale": "en-CA",
                    "customer": { "first_name": "John", "last_name": "Smith", "platform_id": null, "email": "jsmith@example.com" },
                    "shipping_address": { "first_name": "John", "last_name": "Smith", "address_line_1": "50 Fultz Blvd", "address_line_2": "Suite 200", "city": "Winnipeg", "country_code": "CA", "postal_code": "R3Y0L6", "state": "Manitoba", "phone_number": "2045550100" },
                    "selected_shipping_option": { "id": "flatrate_flatrate", "label": "Flat Rate - Fixed", "type": "SHIPPING", "amount": { "currency_code": "CAD", "value": "5.00" } },
                    "shipping_options": [ { "id": "flatrate_flatrate", "label": "Flat Rate - Fixed", "type": "SHIPPING", "amount": { "currency_code": "CAD", "value": "5.00" } } ],
                    "items": [ { "name": "Simple Product", "sku": "simple", "unit_amount": { "currency_code": "CAD", "value": "10.00" }, "quantity": 2, "is_shipping_required": true } ],
                    "item_total": { "currency_code": "CAD", "value": "20.00" },
                    "amount": { "currency_code": "CAD", "value": "25.00" },
                    "tax_total": { "currency_code": "CAD", "value": "0.00" },
                    "discount": { "currency_code": "CAD", "value": "0.00" }
                  },
                  "shipping_strategy": "dynamic",
                  "should_vault": false,
                  "payment_source": "paypal"
                }
                """
            )!
            .AsObject();
        if (order is not null)
            body["public_order_id"] = order;
        return body;
    }
}
