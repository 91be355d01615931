using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>
/// What each call may cost in storage transactions (docs/costs.md): a read 1, a change 1 where this host wrote the order last
/// and 2 elsewhere, more only for what is outside the order.
/// </summary>
[Collection(StartedHost.Name)]
public sealed class StorageCostTests(StartedHost host)
{
    private const string GiftCards = "giftcardgateway0000000000000000000000000000000000000000000000001";

    [Fact]
    public async Task Read_CostsOne()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        foreach (
            var path in new[]
            {
                "/addresses/shipping",
                "/addresses/billing",
                "/customer",
                "/discounts",
                "/items",
                "/shipping_lines",
                "/taxes",
                "/payments",
                "/meta_data",
                "/refresh",
                "/validate_discount_code?discount_code=FREESHIPPING",
                "/validate_address?country=Canada&country_code=CA&province=Manitoba&province_code=MB&postal_code=R3Y0L6",
            }
        )
            (await checkout.Get(path)).Ok().Cost.ShouldBe(1, path);
        (await checkout.Get("/validate_email_address?email_address=a@example.com")).Ok().Cost.ShouldBe(0);
        (await checkout.Post("/shipping_lines/estimate", Checkout.Winnipeg)).Ok().Cost.ShouldBe(1);
        (await checkout.Post("/taxes/estimate", Checkout.Winnipeg)).Ok().Cost.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Change_CostsOne_OrTwoWhereTheOrderWasWrittenElsewhere(bool isRemembered, int transactions)
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        foreach (
            var (method, path, body) in new[]
            {
                ("POST", "/payments", $$"""{"gateway_public_id":"{{Checkout.Gateway}}","token":"tok_visa"}"""),
                ("PUT", "/addresses/shipping", Checkout.Winnipeg.Replace("50 Fultz", "51 Fultz", StringComparison.Ordinal)),
                ("POST", "/addresses/billing", Checkout.Winnipeg.Replace("50 Fultz", "52 Fultz", StringComparison.Ordinal)),
                ("PUT", "/customer", Checkout.John.Replace("John", "Jack", StringComparison.Ordinal)),
                ("POST", "/shipping_lines", """{"index":"1"}"""),
                ("POST", "/taxes", null),
                ("POST", "/discounts", """{"code":"FREESHIPPING"}"""),
                ("DELETE", "/discounts", """{"code":"FREESHIPPING"}"""),
                ("POST", "/items", """{"sku":"KLS_472945","quantity":1,"line_item_key":"board"}"""),
                ("PUT", "/items", """{"line_item_key":"board","quantity":2}"""),
                ("DELETE", "/items", """{"line_item_key":"board","quantity":0}"""),
                ("POST", "/meta_data", """{"notes":"x"}"""),
                ("PATCH", "/meta_data", """{"notes":"y"}"""),
                ("DELETE", "/meta_data", null),
                ("PUT", "/payments", """{"token":"tok_visa","amount":100}"""),
                ("DELETE", "/payments", """{"token":"tok_visa"}"""),
                ("DELETE", "/addresses/shipping", null),
                ("DELETE", "/addresses/billing", null),
                ("DELETE", "/customer", null),
            }
        )
        {
            if (!isRemembered)
                host.Service<RememberedOrders>().Forget(checkout.OrderId);
            (await checkout.Send(method, path, body)).Ok().Cost.ShouldBe(transactions, $"{method} {path}");
        }
    }

    /// <summary>However it was begun: this host wrote it last.</summary>
    [Theory]
    [InlineData("init")]
    [InlineData("simple")]
    [InlineData("cart")]
    public async Task FirstChange_OfAnOrderBegunHere_CostsOne(string beginning)
    {
        var checkout = beginning switch
        {
            "init" => await host.NewOrder(),
            "simple" => await host.NewSimpleOrder(),
            _ => await host.NewCart(),
        };

        (await checkout.Post("/customer/guest", Checkout.John)).Ok().Cost.ShouldBe(1);
    }

    [Fact]
    public async Task Batch_OfFiveChanges_CostsOne_AndNoMoreWhenTheLastIsRefused()
    {
        var checkout = await host.NewOrder();
        (string, string, string)[] four =
        [
            ("POST", "/customer/guest", Checkout.John),
            ("POST", "/addresses/shipping", Checkout.Winnipeg),
            ("POST", "/addresses/billing", Checkout.Winnipeg),
            ("POST", "/shipping_lines", """{"index":"0"}"""),
        ];
        var done = (await checkout.Batch([.. four, ("POST", "/taxes", "{}")])).Ok();
        (done.Data.GetArrayLength(), done.Cost).ShouldBe((5, 1));

        var other = await host.NewOrder();
        var refused = await other.Batch([.. four, ("POST", "/discounts", """{"code":"NOPE"}""")]);
        (refused.Status, refused.Data.GetArrayLength(), refused.Cost).ShouldBe((422, 5, 1));
    }

    [Fact]
    public async Task CheckInventory_CostsOneBesideTheOrderForEachSku_AndWritesNothing()
    {
        var checkout = await host.NewOrder();
        (await checkout.Post("/items", """{"sku":"KLS_472945","quantity":1,"line_item_key":"board"}""")).Ok();
        foreach (var stage in new[] { "initial", "final" })
            (await checkout.Get($"/check_inventory?stage={stage}")).Ok().Cost.ShouldBe(3, stage);
    }

    [Fact]
    public async Task GiftCardPayment_CostsOneMore_ForTheCard()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Post("/payments", $$"""{"gateway_public_id":"{{GiftCards}}","token":"GIFT-DEMO-0001"}""")).Ok().Cost.ShouldBe(2);
    }

    /// <summary>The guide's request: six commands, one product that was read before, one card.</summary>
    [Fact]
    public async Task CreateOrder_SixCommands()
    {
        (await (await host.NewOrder()).Post("/items", """{"sku":"KLS_472945","quantity":1,"line_item_key":"board"}""")).Ok();
        var sample = File.ReadAllText(Repository.Path("samples", "create-order.json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/orders/{StartedHost.Shop}/create");
        request.Headers.Add("Authorization", "Bearer demo-api-token");
        var body = JsonNode.Parse(sample)!;
        body["idempotency_key"] = Guid.NewGuid().ToString();
        request.Content = StartedHost.Json(body.ToJsonString());
        using var answer = await host.Client.SendAsync(request);
        answer.Headers.GetValues("Server-Timing").First().ShouldBe("storage;desc=\"10\"", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(CaptureMode.Manual, 7)]
    [InlineData(CaptureMode.Immediate, 9)]
    public async Task ProcessOrder_OneCard(CaptureMode mode, int transactions)
    {
        var before = await host.Change(shop => shop with { Checkout = shop.Checkout with { Capture = new CaptureSettings(mode) } });
        try
        {
            var checkout = await host.NewOrder();
            await checkout.Fill();
            (await checkout.Pay("tok_visa")).Ok();
            (await checkout.Post("/process_order")).Ok().Cost.ShouldBe(transactions);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }
}
