using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>A Create Order that failed at process_order, as its goods were sold out: somebody else may finish the order, or the call may come again.</summary>
public sealed class TakenOverTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "takenover1";
    private const string Sku = "KLS_472945";
    private const string CustomerId = "EYRJPZwuC6obRHgGn2x2oQiGMaw9N7DM7QtII7g0sJYYDcKYpyNkGvv4ddJM7I0I";
    private JsonNode request = new JsonObject();
    private string order = "";

    public async Task InitializeAsync()
    {
        await Open(platformAway: false);
        var customers = checkout.Service<ICustomerStore>();
        await customers.Save(Shop, (await customers.Find(LocalCheckout.Shop, CustomerId, default))!, default);
        var catalog = checkout.Service<ICatalog>();
        await catalog.Save(
            Shop,
            (await catalog.FindBySku(LocalCheckout.Shop, Sku, default))! with
            {
                TrackInventory = true,
                InitialStock = 0,
            },
            default
        );
        await Stocks(0);

        request = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples", "create-order.json")))!;
        request["idempotency_key"] = Guid.NewGuid().ToString();
        var refused = await Create();
        refused.Status.ShouldBe(422, refused.Json.ToJsonString());
        refused.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("process_order");
        order = refused.OrderId;
        await Stocks(50);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ItsShopperProcessesIt_TheCommandsThatAreLeftAreNotRun()
    {
        var resumed = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{Shop}/resume",
            new JsonObject { ["public_order_id"] = order }.ToJsonString()
        );
        var processed = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/storefront/{Shop}/{order}/process_order",
            "{}",
            resumed.Data["jwt_token"]!.GetValue<string>()
        );
        processed.Status.ShouldBe(200, processed.Json.ToJsonString());

        await StaysAsItIs();
    }

    [Fact]
    public async Task TheBackOfficeCompletesIt_TheCommandsThatAreLeftAreNotRun()
    {
        var completed = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{Shop}/{order}/complete",
            """{"platform_order_id":"theirs-1"}"""
        );
        completed.Status.ShouldBe(200, completed.Json.ToJsonString());

        await StaysAsItIs();
    }

    [Fact]
    public async Task ItsShopperIsRefused_TheCallGoesOn()
    {
        await Stocks(0);
        var resumed = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{Shop}/resume",
            new JsonObject { ["public_order_id"] = order }.ToJsonString()
        );
        (
            await checkout.Send(
                HttpMethod.Post,
                $"/checkout/storefront/{Shop}/{order}/process_order",
                "{}",
                resumed.Data["jwt_token"]!.GetValue<string>()
            )
        ).Status.ShouldBe(422);
        await Stocks(50);

        (await Create()).Status.ShouldBe(200);

        var stored = await Stored();
        stored.Status.ShouldBe(OrderStatus.Processed);
        stored
            .Payments.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Captured.ShouldBe(p.Authorized), p => p.Captured.ShouldBeGreaterThan(0));
    }

    [Fact]
    public async Task TheCallComesAgainAndStopsOnTheWay_TheOrderIsFinishedWithoutAClient()
    {
        await Open(platformAway: true);
        (await Create()).Status.ShouldBe(202);
        (await Stored()).PlatformOrderId.ShouldBeNull();
        await Open(platformAway: false);

        await Wakes();

        var stored = await Stored();
        stored.PlatformOrderId.ShouldNotBeNull();
        stored
            .Payments.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Captured.ShouldBe(p.Authorized), p => p.Captured.ShouldBeGreaterThan(0));
    }

    private async Task StaysAsItIs()
    {
        await Wakes();
        await Open(platformAway: false, hours: 0);
        await Wakes();
        var again = await Create();

        again.Status.ShouldBe(200, again.Json.ToJsonString());
        again.OrderId.ShouldBe(order);
        again.State["is_processed"]!.GetValue<bool>().ShouldBeTrue();
        var stored = await Stored();
        stored.Status.ShouldBe(OrderStatus.Processed);
        stored
            .Payments.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                p => p.Held.ShouldBe(p.Authorized),
                p => p.Held.ShouldBeGreaterThan(0),
                p => p.Captured.ShouldBe(0)
            );
    }

    /// <summary>Whatever the order waits for comes about.</summary>
    private async Task Wakes()
    {
        foreach (
            var wakeUp in (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddDays(2), 1000, default)).Where(w =>
                w.PublicOrderId == order
            )
        )
            await checkout.Service<WakeUpSweep>().Handle(wakeUp, default);
    }

    private Task Open(bool platformAway, int hours = 24) =>
        Shopping.Open(
            checkout,
            Shop,
            demo =>
                demo with
                {
                    PlatformConnector = platformAway
                        ? new PlatformConnectorSettings("http://127.0.0.1:1/", "a shared secret")
                        : demo.PlatformConnector,
                    Checkout = demo.Checkout with { ReleaseHeldPaymentsAfterHours = hours },
                }
        );

    private async Task Stocks(long units)
    {
        var stock = checkout.Service<IStock>();
        var surplus = (await stock.OnHand(Shop, Sku, default) ?? 0) - units;
        if (surplus != 0)
            await stock.Move(Shop, Sku, Guid.NewGuid().ToString(), surplus, default);
    }

    private Task<Answer> Create() => checkout.Send(HttpMethod.Post, $"/checkout/orders/{Shop}/create", request.ToJsonString());

    private async Task<Order> Stored() => (await checkout.Service<IOrderStore>().Load(order, default))!.Order;
}
