using System.Diagnostics.Metrics;
using Checkout.Faults;
using Checkout.Gateways.Telemetry;
using Checkout.Gateways.Tests.GiftCards;
using Checkout.Gateways.Tests.Stripe;
using Checkout.Payments;
using Checkout.Stores;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests;

public sealed class PaymentGatewaysTests
{
    [Fact]
    public void Driver_EachNameOfTheConfiguration_IsThereAndNoOther()
    {
        using var host = Host();
        var gateways = host.GetRequiredService<IPaymentGateways>();

        foreach (var name in new[] { "test", "gift_card", "stripe" })
            gateways.Driver(name).ShouldNotBeNull();
        gateways.Driver("Test").ShouldBeNull();
        gateways.Driver("adyen").ShouldBeNull();
    }

    [Fact]
    public async Task EveryCall_ReachesACrashPointBeforeAndAfter()
    {
        var reached = new ReachedPoints();
        using var host = Host(reached);
        var gateway = host.GetRequiredService<IPaymentGateways>().Driver("test")!;

        var authorized = await gateway.Authorize(Asked.Authorize("tok_visa"), default);
        var captured = await gateway.Capture(Asked.Movement(authorized.Reference, 3000, "capture-1"), default);
        await gateway.Void(Asked.Movement(authorized.Reference, 2000, "void-1"), default);
        await gateway.Refund(Asked.Movement(captured.Reference, 3000, "refund-1"), default);

        reached.Names.ShouldBe([
            CrashPoint.BeforeGatewayAuthorize,
            CrashPoint.AfterGatewayAuthorize,
            CrashPoint.BeforeGatewayCapture,
            CrashPoint.AfterGatewayCapture,
            CrashPoint.BeforeGatewayVoid,
            CrashPoint.AfterGatewayVoid,
            CrashPoint.BeforeGatewayRefund,
            CrashPoint.AfterGatewayRefund,
        ]);
    }

    [Fact]
    public async Task EveryOutcome_IsCountedByDriverOperationOutcomeAndCode()
    {
        using var host = Host();
        var counter = host.GetRequiredService<GatewayTelemetry>().Outcomes;
        var seen = new List<string>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) => seen.Add($"{value} " + string.Join(' ', tags.ToArray().Select(t => t.Value)))
        );
        listener.EnableMeasurementEvents(counter);
        var gateway = host.GetRequiredService<IPaymentGateways>().Driver("test")!;

        await gateway.Authorize(Asked.Authorize("tok_visa", key: "a"), default);
        await gateway.Authorize(Asked.Authorize("tok_decline", key: "b"), default);
        await gateway.Authorize(Asked.Authorize("tok_error", key: "c"), default);

        counter.Name.ShouldBe("checkout.gateway.outcomes");
        seen.ShouldBe(["1 test authorize succeeded none", "1 test authorize declined card_declined", "1 test authorize unknown none"]);
    }

    private static ServiceProvider Host(ICrashPoints? points = null) =>
        new ServiceCollection()
            .AddSingleton<ISecrets>(new KnownSecrets())
            .AddSingleton<IGiftCards>(new CardBox())
            .AddSingleton(points ?? new NoCrashPoints())
            .AddPaymentGateways()
            .BuildServiceProvider();

    private sealed class ReachedPoints : ICrashPoints
    {
        public List<string> Names { get; } = [];

        public void Reach(string name) => Names.Add(name);
    }
}
