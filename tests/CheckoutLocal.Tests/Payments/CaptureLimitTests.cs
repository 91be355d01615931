using System.Text.Json.Nodes;
using Checkout.Pricing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>What an order costs is the most that is ever charged for it, whatever a client sends twice.</summary>
public sealed class CaptureLimitTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "limitshop1";

    public Task InitializeAsync() => Shopping.Open(checkout, Shop, demo => demo);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CaptureOfTheTotal_AgainUnderAnotherKey_IsRefusedEvenWhereANewAuthorizationIsAllowed()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        var total = OrderPrice.Of(await order.Stored()).Total;

        (await Capture(order, total, "first")).Status.ShouldBe(200);
        var again = await Capture(order, total, "second");

        again.Status.ShouldBe(422);
        again.Field.ShouldBe("amount");
        (await order.Ledger())
            .Where(e => e!["kind"]!.GetValue<string>() is "authorize" or "capture")
            .Sum(e => e!["amount"]!.GetValue<long>())
            .ShouldBe(2 * total);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public async Task CaptureOfMoreThanTheOrderCosts_IsRefusedAndChargesNothing(long more)
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        var total = OrderPrice.Of(await order.Stored()).Total;
        (await Capture(order, 1000, "part")).Status.ShouldBe(200);

        (await Capture(order, more == long.MaxValue ? more : total - 1000 + more, "more")).Status.ShouldBe(422);

        (await order.Stored()).Payments.Sum(p => p.Captured).ShouldBe(1000);
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Data["capture"]!["amount"]!
            .GetValue<long>()
            .ShouldBe(total - 1000);
    }

    [Fact]
    public async Task CaptureOfWhatTheOrderCostsByNow_IsAuthorizedAnew()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Faults.Scene.TestGateway, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        var held = (await order.Stored()).Payments.Sum(p => p.Held);
        await order.Do(
            "items",
            new JsonObject
            {
                ["sku"] = Shopping.Sku,
                ["quantity"] = 1,
                ["line_item_key"] = "one-more",
            }
        );
        var total = OrderPrice.Of(await order.Stored()).Total;
        total.ShouldBeGreaterThan(held);

        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = false })).Status.ShouldBe(422);
        var captured = await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = true });

        captured.Status.ShouldBe(200, captured.Json.ToJsonString());
        captured.Data["capture"]!["amount"]!.GetValue<long>().ShouldBe(total);
    }

    private static Task<Answer> Capture(Shopping order, long amount, string key) =>
        order.BackOffice(
            HttpMethod.Post,
            "payments/capture",
            new JsonObject
            {
                ["amount"] = amount,
                ["reauth"] = true,
                ["idempotent_key"] = key,
            }
        );
}
