using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Stores;
using Checkout.Webhooks;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>What the shopper hears of a refund.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class RefundNoticeTests(LocalCheckout checkout)
{
    [Fact]
    public async Task Refund_WithNotice_WritesALetterAndTheTimeline()
    {
        var order = (await checkout.Create(LocalCheckout.GuideRequest("refund-notice"))).OrderId;
        var before = (await Letters(order)).Count;

        var refunded = await Refund(order, notice: true);

        refunded.Data["refund"]!["amount"]!.GetValue<long>().ShouldBe(1234);
        var letters = await Letters(order);
        letters.Count.ShouldBe(before + 1);
        letters.ShouldContain(letter => letter.Contains("john.doe@example.com") && letter.Contains("12.34"));
        var told = (await Timeline(order)).Where(IsNotice).ShouldHaveSingleItem();
        told!["amount"]!.GetValue<long>().ShouldBe(1234);
    }

    [Fact]
    public async Task Refund_WithoutNotice_WritesNone()
    {
        var order = (await checkout.Create(LocalCheckout.GuideRequest("refund-quietly"))).OrderId;
        var before = (await Letters(order)).Count;

        await Refund(order, notice: false);

        (await Letters(order)).Count.ShouldBe(before);
        (await Timeline(order)).ShouldNotContain(e => IsNotice(e));
    }

    [Fact]
    public async Task Refund_CalledAgainUnderItsKey_WritesNoSecondLetter()
    {
        var order = (await checkout.Create(LocalCheckout.GuideRequest("refund-twice"))).OrderId;
        await Refund(order, notice: true);
        var before = (await Letters(order)).Count;

        await Refund(order, notice: true);

        (await Letters(order)).Count.ShouldBe(before);
        (await Timeline(order)).Count(IsNotice).ShouldBe(1);
    }

    private async Task<Answer> Refund(string order, bool notice)
    {
        var body = new JsonObject
        {
            ["amount"] = 1234,
            ["reason"] = "Scratched.",
            ["email_notification"] = notice,
            ["idempotent_key"] = "refund",
        };
        var answer = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{Scene.DemoShop}/{order}/refunds", body.ToJsonString());
        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        return answer;
    }

    private async Task<JsonArray> Timeline(string order) =>
        (await checkout.Send(HttpMethod.Get, $"/checkout/orders/{Scene.DemoShop}/{order}/timeline")).Data["timeline"]!.AsArray();

    /// <summary>Once everything that waits has been sent.</summary>
    private async Task<IReadOnlyList<string>> Letters(string order)
    {
        await checkout.Service<OutboxSender>().Handle(new WakeUp(order, WakeUpKinds.Outbox, DateTimeOffset.MaxValue), default);
        return checkout.Letters(order);
    }

    private static bool IsNotice(JsonNode? entry) =>
        entry!["event"]!.GetValue<string>() == "letter.queued" && entry["detail"]!.GetValue<string>() == "refunded";
}
