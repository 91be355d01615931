using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Testing.Stripe;
using Shouldly;
using Stripe;
using Xunit;

namespace Checkout.Gateways.Tests.Stripe;

public sealed class StripeAlertTests
{
    [Fact]
    public async Task Read_DisputeEvent_NamesTheOrderAndSaysHowTheDisputeIsNow()
    {
        await using var shop = await StripeShop.Open();
        var dispute = await Disputed(shop);
        var opened = dispute.Json().DeepClone();
        dispute.Status = "lost";

        var notice = (await Read(shop, "charge.dispute.created", opened)).Value.ShouldNotBeNull();

        (notice.ShopIdentifier, notice.PublicOrderId, notice.PaymentId).ShouldBe(("shop", "order-1", "payment-1"));
        notice.Alert.ShouldBe(new PaymentAlert("dp_1", PaymentAlert.Dispute, "lost", "fraudulent", 5000));
    }

    [Fact]
    public async Task Read_EarlyFraudWarning_IsAnAlertOfTheOrder()
    {
        await using var shop = await StripeShop.Open();
        await Disputed(shop);

        var notice = (await Read(shop, "radar.early_fraud_warning.created", Warning("pi_1"))).Value.ShouldNotBeNull();

        notice.Alert.ShouldBe(new PaymentAlert("issfr_1", PaymentAlert.FraudWarning, "open", "made_with_stolen_card"));
    }

    [Fact]
    public async Task Read_StripeDoesNotAnswer_AsksForTheNoticeAgain()
    {
        await using var shop = await StripeShop.Open();
        var dispute = await Disputed(shop);
        shop.StandIn.Fail(StandInFault.BreakBeforeWork, StandInFault.BreakBeforeWork, StandInFault.BreakBeforeWork);

        var read = await Read(shop, "charge.dispute.created", dispute.Json());

        read.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Upstream);
    }

    [Fact]
    public async Task Read_AlertSignedByAnother_IsRefusedWithoutAskingStripe()
    {
        await using var shop = await StripeShop.Open();
        var payload = Event("radar.early_fraud_warning.created", Warning("pi_1"));

        var read = await shop.Notices.Read(
            shop.Settings,
            payload,
            EventUtility.GenerateSignatureHeader(payload, "whsec_other", DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
            default
        );

        read.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Unauthorized);
        shop.StandIn.Requests.ShouldBeEmpty();
    }

    private static JsonObject Warning(string intent) =>
        new()
        {
            ["id"] = "issfr_1",
            ["object"] = "radar.early_fraud_warning",
            ["payment_intent"] = intent,
            ["fraud_type"] = "made_with_stolen_card",
        };

    private static async Task<StandInDispute> Disputed(StripeShop shop)
    {
        var authorized = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);
        await shop.Gateway.Capture(shop.Movement(authorized.Reference, 5000, "capture-1"), default);
        return shop.StandIn.Ledger.Dispute(authorized.Reference!);
    }

    private static Task<Result<GatewayNotice?>> Read(StripeShop shop, string type, JsonNode about)
    {
        var payload = Event(type, about);
        var header = EventUtility.GenerateSignatureHeader(payload, KnownSecrets.Webhook, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        return shop.Notices.Read(shop.Settings, payload, header, default);
    }

    private static string Event(string type, JsonNode about) =>
        new JsonObject
        {
            ["id"] = "evt_1",
            ["object"] = "event",
            ["api_version"] = "2022-11-15",
            ["created"] = 1795348800,
            ["type"] = type,
            ["data"] = new JsonObject { ["object"] = about.DeepClone() },
        }.ToJsonString();
}
