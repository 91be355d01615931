using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Pricing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>A capture whose answer was lost is pending: it is neither told as failed nor as done, and settled before anything else.</summary>
public sealed class LostCaptureTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "lostcapture1";

    public Task InitializeAsync() => Shopping.Open(checkout, Shop, demo => demo);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Capture_AnswerLost_TheSameAgainIsAnsweredWithIt()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_capture_timeout");
        var total = OrderPrice.Of(await order.Stored()).Total;

        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(503);
        (await order.Stored()).Payments[0].HasPending.ShouldBeTrue();
        var again = await order.BackOffice(HttpMethod.Post, "payments/capture/full", []);

        again.Status.ShouldBe(200, again.Json.ToJsonString());
        again.Data["capture"]!["amount"]!.GetValue<long>().ShouldBe(total);
        (await order.Ledger()).Count(e => e!["kind"]!.GetValue<string>() == "capture").ShouldBe(1);
    }

    [Fact]
    public async Task Cancel_CaptureOnItsWay_IsDecidedOnceTheCaptureIsKnown()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_capture_timeout");
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(503);

        var canceled = await order.BackOffice(HttpMethod.Post, "cancel", new JsonObject { ["reason"] = "Too late." });

        canceled.Status.ShouldBe(422);
        canceled.SubType.ShouldBe("not_cancellable");
        (await order.Stored())
            .Payments[0]
            .ShouldSatisfyAllConditions(p => p.HasPending.ShouldBeFalse(), p => p.Captured.ShouldBeGreaterThan(0));
    }

    [Fact]
    public async Task ChargedAtOnce_AnswerLost_IsNotToldAsFailed()
    {
        await Shopping.Open(
            checkout,
            "lostatonce1",
            demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings(CaptureMode.Immediate) } }
        );

        var order = await Shopping.Processed(checkout, "lostatonce1", "tok_capture_timeout");

        (await order.Timeline()).Select(e => e!["event"]!.GetValue<string>()).ShouldNotContain("payment.failed");
        (await order.Stored()).Payments[0].HasPending.ShouldBeTrue();
    }
}
