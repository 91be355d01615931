using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Acceptance;

/// <summary>A host that dies between any two steps of a Create Order, and the next one that finds what it left.</summary>
public sealed class KilledHostTests
{
    private const string Create = "/checkout/orders/zp3oafdor9/create";
    private const int Stock = 300;

    [Fact]
    public async Task CreateOrder_KilledAtEveryStep_CompletesOnceAfterARestart()
    {
        await using var checkout = await CheckoutProcess.Begin();
        await AddProduct(checkout);

        var orders = 0;
        for (var crashed = true; crashed; orders++)
        {
            checkout.CrashAfter(points: orders);
            var answer = await checkout.Send(HttpMethod.Post, Create, Request(orders, quantity: 2));
            crashed = !checkout.Survived();
            if (crashed)
            {
                await checkout.HasEnded();
                await checkout.Start();
                answer = await checkout.Send(HttpMethod.Post, Create, Request(orders, quantity: 2));
            }

            await IsDoneOnce(checkout, answer!.Value, $"killed at crash point {orders}");
        }

        orders.ShouldBeGreaterThan(15);
        await MustHaveTakenFromStock(checkout, orders * 2);
    }

    private static async Task IsDoneOnce(CheckoutProcess checkout, (int Status, JsonNode Body) answer, string when)
    {
        answer.Status.ShouldBe(200, when);
        var data = answer.Body["data"]!;
        data["commands"]!.AsArray().Select(c => c!["status"]!.GetValue<string>()).ShouldAllBe(status => status == "succeeded", when);
        data["application_state"]!["order_balance"]!.GetValue<long>().ShouldBe(0, when);
        var total = data["application_state"]!["order_total"]!.GetValue<long>();
        var ledger = (await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={data["public_order_id"]}"))!.Value.Body;
        ledger["entries"]!.AsArray().Select(e => e!["kind"]!.GetValue<string>()).ShouldBe(["authorize", "capture"], when);
        ledger["authorized"]!.GetValue<long>().ShouldBe(total, when);
        ledger["captured"]!.GetValue<long>().ShouldBe(total, when);
    }

    /// <summary>What is left can be sold, and not one more.</summary>
    private static async Task MustHaveTakenFromStock(CheckoutProcess checkout, int taken)
    {
        var all = await checkout.Send(HttpMethod.Post, Create, Request("all that is left", Stock - taken));
        var more = await checkout.Send(HttpMethod.Post, Create, Request("one more", quantity: 1));

        all!.Value.Status.ShouldBe(200);
        more!.Value.Status.ShouldBe(422);
        more.Value.Body["errors"]![0]!["sub_type"]!.GetValue<string>().ShouldBe("insufficient_stock");
    }

    private static async Task AddProduct(CheckoutProcess checkout)
    {
        var product = JsonNode.Parse($$"""
            {"products":[{"sku":"COUNTED","platform_id":"9001","product_title":"Counted","title":"One","price":1000,"weight":1,"track_inventory":true,"initial_stock":{{Stock}}}]}
            """);
        (await checkout.Send(HttpMethod.Put, "/checkout/shop/zp3oafdor9/products", product))!.Value.Status.ShouldBe(200);
    }

    private static JsonNode Request(object key, int quantity)
    {
        var request = CheckoutProcess.Sample("create-order.json");
        request["idempotency_key"] = $"killed {key}";
        request["cart_items"]![0]!["sku"] = "COUNTED";
        request["cart_items"]![0]!["quantity"] = quantity;
        return request;
    }
}
