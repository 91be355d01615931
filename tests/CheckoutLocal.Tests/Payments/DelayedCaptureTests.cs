using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>A shop that charges two hours after an order, under a clock that the test sets.</summary>
public sealed class DelayedCaptureTests : IAsyncLifetime
{
    private const string Shop = "delayedshop";
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly LocalCheckout checkout;

    public DelayedCaptureTests() => checkout = new LocalCheckout { Time = time };

    public async Task InitializeAsync()
    {
        await checkout.InitializeAsync();
        await Shopping.Open(
            checkout,
            Shop,
            demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings(CaptureMode.Delayed, 2) } }
        );
    }

    public Task DisposeAsync() => checkout.DisposeAsync();

    [Fact]
    public async Task Due_AfterARestart_ChargesOnce()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        await After(TimeSpan.FromMinutes(119));
        (await Captures(order)).ShouldBeEmpty();

        await checkout.Restart();
        await After(TimeSpan.FromMinutes(2));
        await After(TimeSpan.FromMinutes(1));

        var total = (await order.Stored()).Payments.Sum(p => p.Authorized);
        (await Captures(order)).ShouldBe([("succeeded", total)]);
    }

    [Theory]
    [InlineData(CaptureMode.Immediate)]
    [InlineData(CaptureMode.Manual)]
    public async Task ShopThatChargesDifferentlySince_IsStillPaidForTheOrderWhenItIsDue(CaptureMode since)
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        await Shopping.Open(checkout, Shop, demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings(since) } });

        await After(TimeSpan.FromMinutes(5));
        (await Captures(order)).ShouldBeEmpty();
        await After(TimeSpan.FromHours(2));

        (await Captures(order)).ShouldHaveSingleItem().Outcome.ShouldBe("succeeded");
    }

    [Fact]
    public async Task MoreDueThanOneLookFinds_AreAllHandledInOneRound()
    {
        for (var i = 0; i < 230; i++)
            await checkout.Service<IWakeUps>().Set(new WakeUp($"busy-{i}", WakeUpKinds.Reconcile, time.GetUtcNow()), default);

        (await checkout.Service<WakeUpSweep>().Run(default)).ShouldBeGreaterThanOrEqualTo(230);

        (await checkout.Service<IWakeUps>().Due(time.GetUtcNow(), 1000, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TimerThatComesEarly_WaitsOn()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        var wakeUp = await Waiting(order);
        time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));

        await checkout.Service<WakeUpSweep>().Handle(wakeUp!, default);

        (await Captures(order)).ShouldBeEmpty();
        (await Waiting(order))!.Due.ShouldBe(wakeUp!.Due);
    }

    [Fact]
    public async Task ManualCaptureCameBefore_LeavesNothingToCharge()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        var wakeUp = await Waiting(order);
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(200);
        (await Waiting(order)).ShouldBeNull();

        await After(TimeSpan.FromHours(3));
        await checkout.Service<WakeUpSweep>().Handle(wakeUp!, default);

        (await Captures(order)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task CanceledBefore_ChargesNothing()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "cancel", new JsonObject { ["reason"] = "Duplicate." })).Status.ShouldBe(200);

        await After(TimeSpan.FromHours(3));

        (await Captures(order)).ShouldBeEmpty();
        (await Waiting(order)).ShouldBeNull();
    }

    [Fact]
    public async Task Refused_IsTriedAgainForADayAtGrowingIntervals_ThenTheOrderSaysSo()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_capture_decline");
        var tries = new List<TimeSpan>();
        var known = (await Captures(order)).Length;
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(40); passed += TimeSpan.FromMinutes(5))
        {
            await After(TimeSpan.FromMinutes(5));
            var captures = (await Captures(order)).Length;
            if (captures > known)
                tries.Add(passed);
            known = captures;
        }

        tries.Count.ShouldBeInRange(6, 20);
        tries[^1].ShouldBeInRange(TimeSpan.FromHours(24), TimeSpan.FromHours(31));
        var waits = tries.Zip(tries.Skip(1), (a, b) => b - a).ToList();
        waits.ShouldBe(waits.Order());
        var failed = (await order.Timeline()).Where(e => e!["event"]!.GetValue<string>() == "payment.failed").ShouldHaveSingleItem();
        failed!["amount"]!.GetValue<long>().ShouldBe((await order.Stored()).Payments.Sum(p => p.Authorized));
        (await Waiting(order)).ShouldBeNull();
    }

    private async Task After(TimeSpan passed)
    {
        time.Advance(passed);
        await checkout.Service<WakeUpSweep>().Run(default);
    }

    private async Task<WakeUp?> Waiting(Shopping order) =>
        (await checkout.Service<IWakeUps>().Due(time.GetUtcNow().AddDays(3), 1000, default)).SingleOrDefault(w =>
            w.PublicOrderId == order.OrderId && w.Kind == WakeUpKinds.DelayedCapture
        );

    private static async Task<(string Outcome, long Amount)[]> Captures(Shopping order) =>
        [
            .. (await order.Ledger())
                .Where(e => e!["kind"]!.GetValue<string>() == "capture")
                .Select(e => (e!["outcome"]!.GetValue<string>(), e["amount"]!.GetValue<long>())),
        ];
}
