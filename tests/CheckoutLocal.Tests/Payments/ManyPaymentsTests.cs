using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>As many payments as an order may have, over the limits of one group write.</summary>
public sealed class ManyPaymentsTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "manyshop1";

    /// <summary>With listeners that hear of every movement.</summary>
    public Task InitializeAsync() =>
        Shopping.Open(
            checkout,
            Shop,
            demo => demo with { Webhooks = [Listener("payment/captured"), Listener("order/refunded"), Listener("payment/failed")] }
        );

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AsManyAsAnOrderMayHave_AreAuthorizedChargedAndRefunded()
    {
        var order = await Shopping.Begin(checkout, Shop);
        await Ready(order);
        for (var i = 1; i < AddPayment.MostPayments; i++)
            await order.Do("payments", Card($"tok_unknown_{i}", 10));
        await order.Do("payments", Card("tok_visa", null));
        var oneMore = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/storefront/{Shop}/{order.OrderId}/payments",
            Card("tok_mastercard", 10).ToJsonString(),
            order.Jwt
        );
        oneMore.Status.ShouldBe(422);

        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        (await order.Ledger()).Count.ShouldBe(AddPayment.MostPayments);
        var state = await order.Stored();
        state.Payments.ShouldAllBe(p => !p.HasPending);
        state.Payments.Count(p => p.HasFailed).ShouldBe(AddPayment.MostPayments - 1);
    }

    [Fact]
    public async Task SavedMethods_AsManyAsThereMayBe_CarryAnOrderToItsCharge()
    {
        var request = LocalCheckout.GuideRequest($"many-{Guid.NewGuid():N}");
        var method = request["payments"]![0]!["public_payment_method_id"]!.GetValue<string>();
        request["payments"] = new JsonArray([
            .. Enumerable
                .Range(1, AddPayment.MostPayments)
                .Select(i =>
                    (JsonNode)new JsonObject { ["public_payment_method_id"] = method, ["amount"] = i < AddPayment.MostPayments ? 10 : null }
                ),
        ]);

        var created = await checkout.Create(request);

        created.Status.ShouldBe(200, created.Json.ToJsonString());
        var stored = await Stored(created.OrderId);
        stored.Payments.Sum(p => p.Captured).ShouldBe(OrderPrice.Of(stored).Total);
        var refunded = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{LocalCheckout.Shop}/{created.OrderId}/refunds/full", "{}");
        refunded.Status.ShouldBe(200, refunded.Json.ToJsonString());
        refunded.Data["refund"]!["transaction_details"]!.AsArray().Count.ShouldBe(AddPayment.MostPayments);
    }

    [Theory]
    [InlineData(8, 11, 1)]
    [InlineData(2, 11, 250)]
    [InlineData(20, 45, 1)]
    public async Task ManyCapturesThatManySubscribersHearOf_AreRefundedInFull(int subscribers, int captures, int lines)
    {
        var shop = $"heard{subscribers}by{lines}";
        await Shopping.Open(
            checkout,
            shop,
            demo => demo with { Webhooks = [.. Enumerable.Range(1, subscribers).Select(i => Listener("order/refunded", $"{i}"))] }
        );
        var order = await Shopping.Begin(checkout, shop);
        await Ready(order);
        var store = checkout.Service<IOrderStore>();
        var small = (await store.Load(order.OrderId, default))!;
        var line = small.Order.LineItems[0] with { Price = 0, Description = new string('d', 400) };
        var more = Enumerable.Range(2, lines - 1).Select(i => line with { Key = $"line-{i}", Id = $"{i}" });
        await store.Commit(small, small.Order with { LineItems = [.. small.Order.LineItems, .. more] }, answer: null, default);
        await order.Do("payments", Card("tok_visa", null));
        await order.Do("process_order", []);
        for (var i = 1; i <= captures; i++)
            (await order.BackOffice(HttpMethod.Post, "payments/capture", new JsonObject { ["amount"] = 10 })).Status.ShouldBe(200);

        var refunded = await order.BackOffice(HttpMethod.Post, "refunds/full", []);

        refunded.Status.ShouldBe(200, refunded.Json.ToJsonString());
        var stored = await order.Stored();
        stored.Payments.Sum(p => p.Refunded).ShouldBe(10 * captures);
        stored.Payments.ShouldAllBe(p => !p.HasPending);
        (await order.Ledger()).Count(e => e!["kind"]!.GetValue<string>() == "refund").ShouldBe(captures);
    }

    private static WebhookSubscription Listener(string topic, string number) => Listener(topic) with { Id = $"{topic}-{number}" };

    private static WebhookSubscription Listener(string topic) =>
        new(topic, topic, "http://127.0.0.1:9/heard", "a shared secret", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    private static async Task Ready(Shopping order)
    {
        await order.Do("customer/guest", Calls.Guest);
        await order.Do("addresses/shipping", Calls.Address);
        await order.Do("addresses/billing", Calls.Address);
        await order.Do("shipping_lines", new JsonObject { ["index"] = "0" });
        await order.Do("taxes", []);
    }

    private static JsonObject Card(string token, long? amount) =>
        new()
        {
            ["gateway_public_id"] = Scene.TestGateway,
            ["token"] = token,
            ["amount"] = amount,
        };

    private async Task<Order> Stored(string id) => (await checkout.Service<IOrderStore>().Load(id, default))!.Order;
}
