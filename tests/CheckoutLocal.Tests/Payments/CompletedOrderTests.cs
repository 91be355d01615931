using System.Text.Json.Nodes;
using Checkout.Journeys.Settling;
using Checkout.Local.Tests.Faults;
using Checkout.Orders;
using Checkout.Running;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>An order that the back office authorizes and makes final itself (auth/full, complete) is charged by the shop's rule as any other.</summary>
public sealed class CompletedOrderTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly LocalCheckout checkout;

    public CompletedOrderTests() => checkout = new LocalCheckout { Time = time };

    public Task InitializeAsync() => checkout.InitializeAsync();

    public Task DisposeAsync() => checkout.DisposeAsync();

    [Fact]
    public async Task Complete_ShopThatChargesLater_IsChargedWhenItIsDue()
    {
        var order = await Completed("latershop", new CaptureSettings(CaptureMode.Delayed, 2), transactions: 4);
        await After(TimeSpan.FromMinutes(119));
        (await order.Stored()).Payments.Sum(p => p.Captured).ShouldBe(0);

        await After(TimeSpan.FromMinutes(2));

        (await order.Stored())
            .Payments.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Captured.ShouldBe(p.Authorized), p => p.Captured.ShouldBeGreaterThan(0));
    }

    [Fact]
    public async Task Complete_ShopThatChargesAtOnce_IsChargedOnce()
    {
        var order = await Completed("atonceshop", new CaptureSettings(CaptureMode.Immediate), transactions: 3);
        await After(MoneyCalls.ReconcileAfter);

        (await order.Stored())
            .Payments.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Captured.ShouldBe(p.Authorized), p => p.Captured.ShouldBeGreaterThan(0));
        (await order.BackOffice(HttpMethod.Post, "complete", Theirs())).Status.ShouldBe(200);
        await After(MoneyCalls.ReconcileAfter);
        (await order.Ledger()).Count(e => e!["kind"]!.GetValue<string>() == "capture").ShouldBe(1);
    }

    [Fact]
    public async Task Complete_ShopThatChargesByHand_IsLeftToTheMerchant()
    {
        var order = await Completed("byhandshop", new CaptureSettings(CaptureMode.Manual), transactions: 3);

        await After(TimeSpan.FromHours(1));

        (await order.Stored())
            .Payments.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Captured.ShouldBe(0), p => p.Held.ShouldBe(p.Authorized));
    }

    [Fact]
    public async Task Complete_TaxesOfAnotherAddress_IsRefusedWithTheNewStateAndThenCompleted()
    {
        await Shopping.Open(checkout, "movedshop1", demo => demo);
        var order = await Shopping.PaidWith(checkout, "movedshop1", Scene.TestGateway, "tok_visa");
        var toronto = Calls.Address.DeepClone().AsObject();
        (toronto["city"], toronto["province"], toronto["province_code"], toronto["postal_code"]) = ("Toronto", "Ontario", "ON", "M5H2N2");
        await order.Do("addresses/shipping", toronto);

        var refused = await order.BackOffice(HttpMethod.Post, "complete", Theirs());

        (refused.Status, refused.Field, refused.SubType).ShouldBe((422, "tax", "tax_changed"));
        refused.State["taxes"]![0]!["value"]!.GetValue<long>().ShouldBe(585);
        (await order.Stored()).Status.ShouldBe(OrderStatus.Open);
        (await order.BackOffice(HttpMethod.Post, "complete", Theirs())).Status.ShouldBe(200);
        (await order.Stored()).Status.ShouldBe(OrderStatus.Processed);
    }

    private async Task<Shopping> Completed(string shop, CaptureSettings capture, int transactions)
    {
        await Shopping.Open(checkout, shop, demo => demo with { Checkout = demo.Checkout with { Capture = capture } });
        var order = await Shopping.PaidWith(checkout, shop, Scene.TestGateway, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        var completed = await order.BackOffice(HttpMethod.Post, "complete", Theirs());
        completed.Status.ShouldBe(200, completed.Json.ToJsonString());
        completed.Cost.ShouldBe(transactions);
        (await order.Stored()).Status.ShouldBe(OrderStatus.Processed);
        return order;
    }

    private static JsonObject Theirs() => new() { ["platform_order_id"] = "theirs-1" };

    private async Task After(TimeSpan passed)
    {
        time.Advance(passed);
        await checkout.Service<WakeUpSweep>().Run(default);
    }
}
