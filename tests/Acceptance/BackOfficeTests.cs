using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Acceptance;

[Collection(nameof(CheckoutUnderTest))]
public sealed class BackOfficeTests(CheckoutUnderTest checkout)
{
    private static readonly string[] AllButCharge =
    [
        "calculate_shipping",
        "calculate_tax_rates",
        "authorize_payments",
        "process_order",
        "send_to_platform",
    ];

    [Fact]
    public async Task Money_IsTakenUpToWhatWasAuthorizedAndGivenBackUpToWhatWasTaken()
    {
        var (order, total) = await Authorized();

        (await Capture(order, 1000)).Data["capture"]!["amount"]!.GetValue<long>().ShouldBe(1000);
        (
            await checkout.Backend(HttpMethod.Post, $"{order}/payments/capture", new JsonObject { ["reauth"] = false, ["amount"] = total })
        ).Status.ShouldBe(422);
        (await checkout.Backend(HttpMethod.Post, $"{order}/payments/capture/full", new JsonObject { ["reauth"] = false })).Data["capture"]![
            "amount"
        ]!
            .GetValue<long>()
            .ShouldBe(total - 1000);
        (await Refund(order, 400)).Data["refund"]!["amount"]!.GetValue<long>().ShouldBe(400);
        (await Refund(order, total)).Status.ShouldBe(422);
        (await checkout.Backend(HttpMethod.Post, $"{order}/refunds/full", new JsonObject())).Data["refund"]!["amount"]!
            .GetValue<long>()
            .ShouldBe(total - 400);
    }

    [Fact]
    public async Task ACapturesKeyAgain_AnswersTheSameAndTakesNothing()
    {
        var (order, _) = await Authorized();
        var key = Guid.NewGuid().ToString();

        var first = await Capture(order, 1000, key);
        var again = await Capture(order, 1000, key);
        var other = await Capture(order, 2000, key);

        again.Json.ToJsonString().ShouldBe(first.Json.ToJsonString());
        other.Status.ShouldBe(422);
    }

    [Fact]
    public async Task AnAuthorizedOrder_CanBeCanceledAndAChargedOneCannot()
    {
        var (held, _) = await Authorized();
        var (charged, _) = await Authorized();
        await Capture(charged, 1000);

        var canceled = await checkout.Backend(HttpMethod.Post, $"{held}/cancel", new JsonObject { ["reason"] = "Duplicate." });
        var refused = await checkout.Backend(HttpMethod.Post, $"{charged}/cancel", new JsonObject { ["reason"] = "Duplicate." });

        canceled.Status.ShouldBe(200, canceled.ToString());
        canceled.State["payments"]!.AsArray().ShouldAllBe(payment => payment!["status"]!.GetValue<string>() == "voided");
        refused.Status.ShouldBe(422);
        refused.Refusal.ShouldBe("not_cancellable");
    }

    [Fact]
    public async Task WithoutTheShopsToken_NothingIsDone()
    {
        (await checkout.Send(HttpMethod.Post, $"checkout/orders/{CheckoutUnderTest.Shop}/init", new JsonObject())).Status.ShouldBe(401);
        (
            await checkout.Send(
                HttpMethod.Post,
                $"checkout/orders/{CheckoutUnderTest.Shop}/init",
                new JsonObject(),
                bearer: "no-such-token"
            )
        ).Status.ShouldBe(401);
        (await checkout.Backend(HttpMethod.Get, new string('x', 64))).Status.ShouldBe(404);
    }

    private async Task<(string Order, long Total)> Authorized()
    {
        var created = await checkout.Backend(HttpMethod.Post, "create", CheckoutUnderTest.GuideRequest(AllButCharge));
        created.Status.ShouldBe(200, created.ToString());
        return (created.OrderId, created.Total);
    }

    private Task<Answer> Capture(string order, long amount, string? key = null) =>
        checkout.Backend(
            HttpMethod.Post,
            $"{order}/payments/capture",
            new JsonObject
            {
                ["reauth"] = false,
                ["amount"] = amount,
                ["idempotent_key"] = key ?? Guid.NewGuid().ToString(),
            }
        );

    private Task<Answer> Refund(string order, long amount) =>
        checkout.Backend(
            HttpMethod.Post,
            $"{order}/refunds",
            new JsonObject
            {
                ["amount"] = amount,
                ["reason"] = "Broken.",
                ["idempotent_key"] = Guid.NewGuid().ToString(),
            }
        );
}
