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
    public Task InitializeAsync() => Shopping.Open(checkout, Shop, demo => demo with { Webhooks = [Listener("payment/captured"), Listener("order/refunded"), Listener("payment/failed")] });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AsManyAsAnOrderMayHave_AreAuthorizedChargedAndRefunded()
    {
        var order = await Shopping.Begin(checkout, Shop);
        await Ready(order);
        for (var i = 1; i < AddPayment.MostPayments; i++)
            await order.Do("payments", Card($"tok_unknown_{i}", 10));
        await order.Do("payments", Card("tok_visa", null));
        var oneMore = await checkout.Send(HttpMethod.Post, $"/checkout/storefront/{Shop}/{order.OrderId}/payments", Card("tok_mastercard", 10).ToJsonString(), order.Jwt);
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
        request["payments"] = new JsonArray([.. Enumerable.Range(1, AddPayment.MostPayments).Select(i => (JsonNode)new JsonObject
        {
            ["public_payment_method_id"] = method,
            ["amount"] = i < AddPayment.MostPayments ? 10 : null,
        })]);

        var created = await checkout.Create(request);

        created.Status.ShouldBe(200, created.Json.ToJsonString());
        var stored = await Stored(created.OrderId);
        stored.Payments.Sum(p => p.Captured).ShouldBe(OrderPrice.Of(stored).Total);
        var refunded = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{LocalCheckout.Shop}/{created.OrderId}/refunds/full", "{}");
        refunded.Status.ShouldBe(200, refunded.Json.ToJsonString());
        refunded.Data["refund"]!["transaction_details"]!.AsArray().Count.ShouldBe(AddPayment.MostPayments);
    }

    private static WebhookSubscription Listener(string topic) => new(topic, topic, "http://127.0.0.1:9/heard", "secret:webhook", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    private static async Task Ready(Shopping order)
    {
        await order.Do("customer/guest", Calls.Guest);
        await order.Do("addresses/shipping", Calls.Address);
        await order.Do("addresses/billing", Calls.Address);
        await order.Do("shipping_lines", new JsonObject { ["index"] = "0" });
        await order.Do("taxes", []);
    }

    private static JsonObject Card(string token, long? amount) =>
        new() { ["gateway_public_id"] = Scene.TestGateway, ["token"] = token, ["amount"] = amount };

    private async Task<Order> Stored(string id) => (await checkout.Service<IOrderStore>().Load(id, default))!.Order;
}
