using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Stores;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>Which of this API's statuses an order has, from cart to end; those on the way of a shipped one are in <see cref="EndpointTests"/>.</summary>
[Collection(nameof(DemoHost))]
public sealed class OrderStatusTests(DemoHost host)
{
    [Fact]
    public async Task Open_IsIncomplete() => (await Status(await host.Begin())).ShouldBe("ORDER_STATUS_INCOMPLETE");

    [Fact]
    public async Task BeingProcessed_IsPending()
    {
        var order = await host.Begin();
        await Make(order, o => o with { Status = OrderStatus.Processing });
        (await Status(order)).ShouldBe("ORDER_STATUS_PENDING");
    }

    [Fact]
    public async Task Placed_AwaitsPayment_ThenFulfillment_ThenIsCancelledOnlyBefore()
    {
        var order = await Placed();
        (await Status(order)).ShouldBe("ORDER_STATUS_AWAITING_PAYMENT");
        await BackOffice(order, "POST", "cancel", new JsonObject { ["reason"] = "Changed their mind." });
        (await Status(order)).ShouldBe("ORDER_STATUS_CANCELLED");
    }

    [Fact]
    public async Task PaidAndToBeFetched_AwaitsPickup()
    {
        var order = await Placed();
        await Capture(order);
        (await Status(order)).ShouldBe("ORDER_STATUS_AWAITING_FULFILLMENT");
        await Make(
            order,
            o => o with { Plugins = o.Plugins with { Bopis = new Bopis(Enabled: true, ImmutableDictionary<string, bool>.Empty) } }
        );
        (await Status(order)).ShouldBe("ORDER_STATUS_AWAITING_PICKUP");
    }

    [Fact]
    public async Task PaidWithNothingToShip_IsCompleted_AndCanBeDownloaded()
    {
        var order = await host.Begin(DemoHost.Item("CHEESE_COURSE", 1, "course"));
        await Bill(order);
        await Place(order);
        (await Status(order)).ShouldBe("ORDER_STATUS_AWAITING_PAYMENT");
        (await Found(order))["isDownloadable"]!.GetValue<bool>().ShouldBeFalse();

        await Capture(order);

        (await Status(order)).ShouldBe("ORDER_STATUS_COMPLETED");
        var found = await Found(order);
        (found["hasDigitalItems"]!.GetValue<bool>(), found["isDownloadable"]!.GetValue<bool>()).ShouldBe((true, true));
        await BackOffice(order, "PATCH", "line_items/course", new JsonObject { ["fulfilled_quantity"] = 1 });
        (await Status(order)).ShouldBe("ORDER_STATUS_COMPLETED");
    }

    [Fact]
    public async Task RefundedInPart_StaysWhatItWas_InFull_IsRefunded()
    {
        var order = await Placed();
        await Capture(order);
        await BackOffice(order, "POST", "refunds", new JsonObject { ["amount"] = 100 });
        (await Status(order)).ShouldBe("ORDER_STATUS_AWAITING_FULFILLMENT");
        await BackOffice(order, "POST", "refunds/full", new JsonObject { ["reason"] = "Broken." });
        (await Status(order)).ShouldBe("ORDER_STATUS_REFUNDED");
    }

    private async Task<Begun> Placed()
    {
        var order = await host.Begin();
        (await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", SampleBodies.Address())).Status.ShouldBe(200);
        (await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/0")).Status.ShouldBe(200);
        await Bill(order);
        await Place(order);
        return order;
    }

    private async Task Bill(Begun order) =>
        (await host.Call("POST", $"checkouts/{order.Id}/billing-address", SampleBodies.Address())).Status.ShouldBe(200);

    private async Task Place(Begun order)
    {
        var placed = await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order("tok_visa"));
        placed.Status.ShouldBe(201, placed.Text);
    }

    private Task Capture(Begun order) => BackOffice(order, "POST", "payments/capture/full", new JsonObject { ["reauth"] = false });

    private async Task BackOffice(Begun order, string method, string path, JsonNode body)
    {
        var answer = await host.Send(method, $"checkout/orders/{DemoHost.Shop}/{order.Id}/{path}", body, Sign.BackOffice);
        answer.Status.ShouldBe(200, answer.Text);
    }

    /// <summary>Brings the order into a state that no single call leaves it in.</summary>
    private async Task Make(Begun order, Func<Order, Order> change)
    {
        var store = host.Services.GetRequiredService<IOrderStore>();
        var stored = (await store.Load(order.Id, CancellationToken.None))!;
        (await store.Commit(stored, change(stored.Order), answer: null, CancellationToken.None)).ShouldNotBeNull();
    }

    private async Task<string> Status(Begun order) => (await Found(order))["status"]!.GetValue<string>();

    private async Task<JsonNode> Found(Begun order)
    {
        var number = (await host.State(order))["order_id"]!.GetValue<long>();
        return (await host.Call("GET", $"orders/{number}")).ShouldBe(200, "ResponseOrderData").Body["data"]!["order"]!;
    }
}
