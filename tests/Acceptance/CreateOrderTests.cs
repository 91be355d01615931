using Shouldly;
using Xunit;

namespace Checkout.Acceptance;

[Collection(nameof(CheckoutUnderTest))]
public sealed class CreateOrderTests(CheckoutUnderTest checkout)
{
    [Fact]
    public async Task TheGuidesRequest_RunsSixCommandsAndIsPaid()
    {
        var created = await checkout.Backend(HttpMethod.Post, "create", CheckoutUnderTest.GuideRequest());

        created.Status.ShouldBe(200, created.ToString());
        created.Data["commands"]!
            .AsArray()
            .Select(c => (c!["command"]!.GetValue<string>(), c["status"]!.GetValue<string>()))
            .ShouldBe([
                ("calculate_shipping", "succeeded"),
                ("calculate_tax_rates", "succeeded"),
                ("authorize_payments", "succeeded"),
                ("process_order", "succeeded"),
                ("send_to_platform", "succeeded"),
                ("charge_payments", "succeeded"),
            ]);
        created.State["order_balance"]!.GetValue<long>().ShouldBe(0);
        created.State["payments"]!.AsArray().Single()!["value"]!.GetValue<long>().ShouldBe(created.Total);
        var read = await checkout.Backend(HttpMethod.Get, created.OrderId);
        read.State.ToJsonString().ShouldBe(created.State.ToJsonString());
    }

    [Fact]
    public async Task TwentyTimesAtOnceWithOneKey_AreOneOrderChargedOnce()
    {
        var request = CheckoutUnderTest.GuideRequest();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => checkout.Backend(HttpMethod.Post, "create", request.DeepClone()))
        );

        answers.ShouldAllBe(answer => answer.Status == 200);
        var order = answers.Select(answer => answer.OrderId).Distinct().ShouldHaveSingleItem();
        var timeline = (await checkout.Backend(HttpMethod.Get, $"{order}/timeline")).Data["timeline"]!.AsArray();
        timeline.Count(entry => entry!["event"]!.GetValue<string>() == "payment.authorized").ShouldBe(1);
        timeline.Count(entry => entry!["event"]!.GetValue<string>() == "payment.captured").ShouldBe(1);
    }

    [Fact]
    public async Task OneKeyForAnotherBody_IsRefused()
    {
        var request = CheckoutUnderTest.GuideRequest("calculate_shipping");
        var first = await checkout.Backend(HttpMethod.Post, "create", request.DeepClone());
        request["send_receipt"] = false;

        var second = await checkout.Backend(HttpMethod.Post, "create", request);

        first.Status.ShouldBe(200);
        second.Status.ShouldBe(422);
        second.Refusal.ShouldBe("idempotency_mismatch");
    }

    [Fact]
    public async Task AFailedCommand_IsNamedAndWhatWasDoneStays()
    {
        var request = CheckoutUnderTest.GuideRequest("calculate_shipping", "charge_payments");

        var refused = await checkout.Backend(HttpMethod.Post, "create", request);

        refused.Status.ShouldBe(422, refused.ToString());
        refused.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("charge_payments");
        refused.Data["commands"]![0]!["status"]!.GetValue<string>().ShouldBe("succeeded");
        refused.State["shipping"]!["selected_shipping"]!["amount"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }
}
