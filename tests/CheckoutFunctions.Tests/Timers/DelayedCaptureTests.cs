using Checkout.Faults;
using Checkout.Functions.Http.Triggers;
using Checkout.Functions.Tests.CreateOrder;
using Checkout.Functions.Timers;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Functions.Tests.Timers;

/// <summary>An hour between processing and charge: the timer is set, kept to, and given up when the merchant is faster.</summary>
public sealed class DelayedCaptureTests(FunctionsStage stage) : IClassFixture<FunctionsStage>
{
    private readonly ShiftedTime time = new();

    [Fact]
    public async Task CreateOrder_CapturedLater_StartsATimerForWhenItIsDue()
    {
        await using var app = stage.Open(time);

        var order = await Processed(app, "timer");

        var (instance, wakeUp) = app.Hub.Timers.ShouldHaveSingleItem();
        wakeUp.PublicOrderId.ShouldBe(order.PublicOrderId);
        wakeUp.Due.ShouldBe(order.ProcessedAt!.Value.AddHours(1));
        instance.ShouldBe(DurableWakeUps.InstanceOf(wakeUp));
    }

    [Fact]
    public async Task HandleWakeUp_WhenDue_ChargesTheOrder()
    {
        await using var app = stage.Open(time);
        var order = await Processed(app, "due");

        await Fire(app);

        (await Load(app, order)).Payments.Sum(p => p.Captured).ShouldBe(order.Payments.Sum(p => p.Held));
        app.Hub.Cleared.ShouldBeEmpty("the timer that handed it over is no timer that waits");
    }

    /// <summary>A cancel puts counted goods back as well, and leaves the row to come to nothing.</summary>
    [Theory]
    [InlineData(nameof(BackendPaymentsFunctions.CaptureFull), false)]
    [InlineData(nameof(BackendOrdersFunctions.CancelOrder), true)]
    public async Task MerchantIsFaster_TellsTheTimerAndLeavesNothingToCharge(string function, bool leavesTheRow)
    {
        await using var app = stage.Open(time);
        var order = await Processed(app, function);
        var timer = app.Hub.Timers.Keys.ShouldHaveSingleItem();

        (await app.OfOrder(function, order.PublicOrderId, [])).Status.ShouldBe(200);

        app.Hub.Cleared.ShouldBe([timer]);
        var rows = await app.Service<IWakeUps>().Due(time.GetUtcNow().AddHours(2), 1000, CancellationToken.None);
        var left = rows.Where(w => w.PublicOrderId == order.PublicOrderId && w.Kind == WakeUpKinds.DelayedCapture).ToList();
        left.Count.ShouldBe(leavesTheRow ? 1 : 0);
        var entries = (await app.Service<ITestGatewayLedger>().Load(order.PublicOrderId, CancellationToken.None)).Entries.Length;
        foreach (var row in left)
        {
            time.Ahead += row.Due - time.GetUtcNow() + TimeSpan.FromSeconds(1);
            await app.Service<WakeUpSweep>().Handle(row, CancellationToken.None);
        }

        (await app.Service<ITestGatewayLedger>().Load(order.PublicOrderId, CancellationToken.None)).Entries.Length.ShouldBe(entries);
    }

    [Fact]
    public async Task HandleWakeUp_CutOffAfterTheGatewayCharged_RecordsThatChargeTheNextTime()
    {
        var crash = new CrashOnce();
        await using var app = stage.Open(time, crash);
        var order = await Processed(app, "cut off");

        crash.At = CrashPoint.AfterGatewayCapture;
        await Fire(app);
        (await Load(app, order)).Payments.Sum(p => p.Captured).ShouldBe(0);
        await Fire(app);

        (await Load(app, order)).Payments.Sum(p => p.Captured).ShouldBe(order.Payments.Sum(p => p.Held));
        var ledger = await app.Service<ITestGatewayLedger>().Load(order.PublicOrderId, CancellationToken.None);
        ledger.Entries.Count(e => e.Kind == TransactionKind.Capture).ShouldBe(1);
    }

    /// <summary>Hands the newest timer's wake-up over once it is due.</summary>
    private async Task Fire(FunctionsApp app)
    {
        var wakeUp = app.Hub.Timers.Values.MaxBy(w => w.Attempt)!;
        time.Ahead += wakeUp.Due - time.GetUtcNow() + TimeSpan.FromSeconds(1);
        await app.Service<WakeUpSweep>().Handle(wakeUp, CancellationToken.None);
    }

    private static async Task<Order> Processed(FunctionsApp app, string key)
    {
        var shops = app.Service<IShops>();
        var shop = (await shops.Find(FunctionsStage.Shop, CancellationToken.None))!;
        var delayed = shop with { Checkout = shop.Checkout with { Capture = new CaptureSettings(CaptureMode.Delayed, 1) } };
        (await shops.Save(delayed, etag: null, CancellationToken.None)).Value.ShouldBeTrue();
        var request = FunctionsStage.Request(key);
        request["commands"]!.AsObject().Remove("5");

        var answer = await app.CreateOrder(request);

        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return (await app.Service<IOrderStore>().Load(answer.OrderId, CancellationToken.None))!.Order;
    }

    private static async Task<Order> Load(FunctionsApp app, Order order) =>
        (await app.Service<IOrderStore>().Load(order.PublicOrderId, CancellationToken.None))!.Order;

    /// <summary>The clock of the machine, set forward: the driver's short pauses still pass by themselves.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    private sealed class CrashOnce : ICrashPoints
    {
        public string? At { get; set; }

        public void Reach(string name)
        {
            if (name != At)
                return;
            At = null;
            throw new InvalidOperationException("The process died.");
        }
    }
}
