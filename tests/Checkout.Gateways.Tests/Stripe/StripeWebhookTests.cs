using Checkout.Gateways.Stripe;
using Checkout.Payments;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Stripe;
using Xunit;

namespace Checkout.Gateways.Tests.Stripe;

public sealed class StripeWebhookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("payment_intent.succeeded", "payment_intent", "pi_1")]
    [InlineData("payment_intent.payment_failed", "payment_intent", "pi_1")]
    [InlineData("charge.refunded", "charge", "ch_1")]
    [InlineData("refund.failed", "refund", "re_1")]
    public void Read_GoodSignature_NamesTheOrderToReconcile(string type, string kind, string id)
    {
        var payload = Payload(type, kind, id);

        var notice = Verified(payload, Signed(payload, Now), KnownSecrets.Webhook, Now).Value;

        notice.ShouldNotBeNull();
        (notice.EventId, notice.Type, notice.ShopIdentifier, notice.PublicOrderId, notice.PaymentId, notice.Reference).ShouldBe(
            ("evt_1", type, "shop", "order-1", "payment-1", id)
        );
    }

    [Fact]
    public void Read_TamperedPayload_Refuses()
    {
        var payload = Payload("payment_intent.succeeded", "payment_intent", "pi_1");
        var header = Signed(payload, Now);

        ShouldRefuse(payload.Replace("order-1", "order-2", StringComparison.Ordinal), header, KnownSecrets.Webhook, Now);
    }

    [Fact]
    public void Read_OtherSecret_Refuses()
    {
        var payload = Payload("payment_intent.succeeded", "payment_intent", "pi_1");

        ShouldRefuse(payload, Signed(payload, Now), "whsec_other", Now);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("t=1,v1=00")]
    public void Read_BrokenHeader_Refuses(string header) =>
        ShouldRefuse(Payload("payment_intent.succeeded", "payment_intent", "pi_1"), header, KnownSecrets.Webhook, Now);

    [Fact]
    public void Read_SameNoticeAgain_YieldsTheSameEventUntilItIsTooOld()
    {
        var payload = Payload("payment_intent.succeeded", "payment_intent", "pi_1");
        var header = Signed(payload, Now);

        var first = Verified(payload, header, KnownSecrets.Webhook, Now).Value;
        var replayed = Verified(payload, header, KnownSecrets.Webhook, Now.AddMinutes(4)).Value;

        replayed.ShouldBe(first);
        ShouldRefuse(payload, header, KnownSecrets.Webhook, Now.AddMinutes(6));
    }

    [Fact]
    public void Read_EventOfAnotherSystemOnTheAccount_IsNotOurs()
    {
        var payload = Payload("payment_intent.succeeded", "payment_intent", "pi_1")
            .Replace("public_order_id", "their_order", StringComparison.Ordinal);

        Verified(payload, Signed(payload, Now), KnownSecrets.Webhook, Now).Value.ShouldBeNull();
    }

    [Fact]
    public async Task Read_GatewaysOwnSecretAndClock_Verifies()
    {
        await using var shop = await StripeShop.Open(new FakeTimeProvider(Now));
        var payload = Payload("payment_intent.succeeded", "payment_intent", "pi_1");

        var read = await shop.Notices.Read(shop.Settings, payload, Signed(payload, Now), default);
        var late = await shop.Notices.Read(shop.Settings, payload, Signed(payload, Now.AddMinutes(-6)), default);
        var unasked = await shop.Notices.Read(Asked.Test, payload, Signed(payload, Now), default);

        read.Value!.PublicOrderId.ShouldBe("order-1");
        late.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Unauthorized);
        unasked.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.NotFound);
        shop.Notices.SignatureHeader("stripe").ShouldBe("Stripe-Signature");
        shop.Notices.SignatureHeader("test").ShouldBeNull();
    }

    private static void ShouldRefuse(string payload, string header, string secret, DateTimeOffset now)
    {
        var problem = Verified(payload, header, secret, now).Problems.ShouldHaveSingleItem();

        (problem.Kind, problem.SubType).ShouldBe((ProblemKind.Unauthorized, "invalid_signature"));
    }

    private static Result<GatewayNotice?> Verified(string payload, string header, string secret, DateTimeOffset now) =>
        StripeWebhook.Read(payload, header, secret, now).Map(StripeWebhook.Notice);

    private static string Signed(string payload, DateTimeOffset at) =>
        EventUtility.GenerateSignatureHeader(payload, KnownSecrets.Webhook, at.ToUnixTimeSeconds());

    private static string Payload(string type, string kind, string id) =>
        $$$"""
            {"id":"evt_1","object":"event","api_version":"2022-11-15","created":1795348800,"type":"{{{type}}}",
             "data":{"object":{"id":"{{{id}}}","object":"{{{kind}}}","status":"succeeded",
              "metadata":{"public_order_id":"order-1","payment_id":"payment-1","shop_identifier":"shop"} } } }
            """;
}
