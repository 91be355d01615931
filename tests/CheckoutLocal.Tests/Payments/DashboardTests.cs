using System.Text;
using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing.Stripe;
using Shouldly;
using Stripe;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>People and banks move money in Stripe's dashboard: it is never moved a second time here, and the order learns of it.</summary>
public sealed class DashboardTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "dashboard1";
    private const string Gateway = "stripegateway000000000000000000000000000000000000000000000000002";
    private StripeStandIn stripe = null!;

    public async Task InitializeAsync()
    {
        stripe = await StripeStandIn.Start();
        var gateway = new GatewaySettings
        {
            PublicId = Gateway,
            Driver = "stripe",
            Currency = "CAD",
        };
        gateway = gateway with
        {
            Settings = gateway
                .Settings.Add("api_key", $"secret:shops/{Shop}/stripe-key")
                .Add("webhook_secret", $"secret:shops/{Shop}/stripe-webhook")
                .Add("api_base", stripe.Address),
        };
        await Shopping.Open(checkout, Shop, demo => demo with { Gateways = [.. demo.Gateways, gateway] });
    }

    public async Task DisposeAsync() => await stripe.DisposeAsync();

    [Fact]
    public async Task CapturedInTheDashboard_CapturedHere_IsChargedOnce()
    {
        var order = await Held();
        var total = stripe.Ledger.Held;
        stripe.Ledger.CaptureInDashboard(await Intent(order));

        var captured = await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = true });

        captured.Status.ShouldBe(200, captured.Json.ToJsonString());
        (await Payment(order)).ShouldSatisfyAllConditions(p => p.Captured.ShouldBe(total), p => p.Held.ShouldBe(0));
        (stripe.Ledger.Captured, stripe.Ledger.Held, stripe.Ledger.Count).ShouldBe((total, 0, 1));
        (await order.Timeline()).Last(e => e!["event"]!.GetValue<string>() == "payment.captured")!["detail"]!
            .GetValue<string>()
            .ShouldBe("at the gateway");
    }

    [Fact]
    public async Task PartCapturedInTheDashboard_CapturedHere_IsChargedTheRestOnly()
    {
        var order = await Held();
        var total = stripe.Ledger.Held;
        stripe.Ledger.CaptureInDashboard(await Intent(order), total - 400);

        var captured = await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = true });

        captured.Status.ShouldBe(200, captured.Json.ToJsonString());
        (await Payment(order)).Captured.ShouldBe(total);
        (stripe.Ledger.Captured, stripe.Ledger.Held, stripe.Ledger.Count).ShouldBe((total, 0, 2));
    }

    [Fact]
    public async Task CapturedInTheDashboard_CanceledHere_IsRefundedAndTold()
    {
        var order = await Held();
        var total = stripe.Ledger.Held;
        stripe.Ledger.CaptureInDashboard(await Intent(order));

        var canceled = await order.BackOffice(HttpMethod.Post, "cancel", new JsonObject { ["reason"] = "Sold out." });

        canceled.Status.ShouldBe(200, canceled.Json.ToJsonString());
        stripe.Ledger.Refunded.ShouldBe(total);
        (await order.Stored()).Status.ShouldBe(OrderStatus.Canceled);
        (await Payment(order)).ShouldSatisfyAllConditions(
            p => p.Captured.ShouldBe(total),
            p => p.Refunded.ShouldBe(total),
            p => p.Voided.ShouldBe(0)
        );
        var events = (await order.Timeline()).Select(e => e!["event"]!.GetValue<string>()).ToList();
        events.ShouldContain("payment.captured");
        events.ShouldContain("payment.refunded");
        events.ShouldNotContain("payment.voided");
    }

    [Fact]
    public async Task Notice_OfACaptureInTheDashboardOfACanceledOrder_GivesTheMoneyBack()
    {
        var order = await Held();
        var (total, intent) = (stripe.Ledger.Held, await Intent(order));
        var stored = (await checkout.Service<IOrderStore>().Load(order.OrderId, default))!;
        await checkout
            .Service<IOrderStore>()
            .Commit(stored, stored.Order with { Status = OrderStatus.Canceled, CanceledAt = DateTimeOffset.UtcNow }, answer: null, default);
        stripe.Ledger.CaptureInDashboard(intent);

        Acted(await Notify(await Marked(order, "payment_intent.succeeded", intent, "payment_intent"))).ShouldBeTrue();
        foreach (
            var wakeUp in (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddDays(2), 1000, default)).Where(w =>
                w.PublicOrderId == order.OrderId
            )
        )
            await checkout.Service<WakeUpSweep>().Handle(wakeUp, default);

        stripe.Ledger.Refunded.ShouldBe(total);
        (await Payment(order)).Refunded.ShouldBe(total);
    }

    [Fact]
    public async Task Notice_OfARefundInTheDashboard_IsOnTheOrderOnce()
    {
        var order = await Held();
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(200);
        var (total, intent) = (stripe.Ledger.Captured, await Intent(order));
        var refund = stripe.Ledger.RefundInDashboard(intent, 300);
        var notice = Event(
            "refund.created",
            new JsonObject
            {
                ["id"] = refund,
                ["object"] = "refund",
                ["payment_intent"] = intent,
            }
        );

        Acted(await Notify(notice)).ShouldBeTrue();
        Acted(await Notify(notice)).ShouldBeFalse();

        (await Payment(order)).Refunded.ShouldBe(300);
        (await order.BackOffice(HttpMethod.Post, "refunds/full", [])).Status.ShouldBe(200);
        stripe.Ledger.Refunded.ShouldBe(total);
    }

    [Fact]
    public async Task Notice_OfADispute_IsOnTheTimelineOnce()
    {
        var order = await Held();
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(200);
        var intent = await Intent(order);
        stripe.Ledger.Dispute(intent);
        var notice = Event(
            "charge.dispute.created",
            new JsonObject
            {
                ["id"] = "dp_1",
                ["object"] = "dispute",
                ["payment_intent"] = intent,
            }
        );

        Acted(await Notify(notice)).ShouldBeTrue();
        Acted(await Notify(notice)).ShouldBeFalse();

        (await order.Timeline()).Count(e => e!["event"]!.GetValue<string>() == "payment.disputed").ShouldBe(1);
    }

    [Fact]
    public async Task Notice_OfAHoldReleasedInTheDashboard_IsOnTheOrder()
    {
        var order = await Held();
        var intent = await Intent(order);
        stripe.Ledger.CancelInDashboard(intent);

        Acted(await Notify(await Marked(order, "payment_intent.canceled", intent, "payment_intent"))).ShouldBeTrue();

        (await Payment(order)).Status.ShouldBe(PaymentStatuses.Voided);
    }

    [Fact]
    public async Task Capture_WhileStripeDoesNotSayWhatBecameOfTheHold_ChargesNothing()
    {
        var order = await Held();
        var total = stripe.Ledger.Held;
        stripe.Ledger.CaptureInDashboard(await Intent(order), total - 400);
        stripe.Fail(StandInFault.None, StandInFault.BreakAfterWork, StandInFault.BreakAfterWork, StandInFault.BreakAfterWork);

        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = true })).Status.ShouldBe(503);
        stripe.Ledger.Count.ShouldBe(1);
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = true })).Status.ShouldBe(200);

        stripe.Ledger.Captured.ShouldBe(total);
    }

    private async Task<Shopping> Held()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        stripe.Ledger.Multicapture = false;
        return order;
    }

    private static async Task<Checkout.Orders.Payment> Payment(Shopping order) => (await order.Stored()).Payments.ShouldHaveSingleItem();

    private static async Task<string> Intent(Shopping order) => (await Payment(order)).Transactions[0].GatewayReference!;

    private static async Task<string> Marked(Shopping order, string type, string id, string kind) =>
        Event(
            type,
            new JsonObject
            {
                ["id"] = id,
                ["object"] = kind,
                ["metadata"] = new JsonObject
                {
                    ["shop_identifier"] = Shop,
                    ["public_order_id"] = order.OrderId,
                    ["payment_id"] = (await Payment(order)).Id,
                },
            }
        );

    private static string Event(string type, JsonObject about) =>
        new JsonObject
        {
            ["id"] = "evt_1",
            ["object"] = "event",
            ["created"] = 1795348800,
            ["type"] = type,
            ["data"] = new JsonObject { ["object"] = about },
        }.ToJsonString();

    private Task<Answer> Notify(string payload)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/gateways/{Shop}/{Gateway}/notices")
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(
            "Stripe-Signature",
            EventUtility.GenerateSignatureHeader(payload, "whsec_test", DateTimeOffset.UtcNow.ToUnixTimeSeconds())
        );
        return checkout.Send(request, token: null);
    }

    private static bool Acted(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        return answer.Data["acted"]!.GetValue<bool>();
    }
}
