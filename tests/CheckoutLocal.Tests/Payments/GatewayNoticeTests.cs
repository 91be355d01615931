using System.Text;
using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing.Stripe;
using Shouldly;
using Stripe;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>
/// Stripe's notices at their endpoint: believed when signed, acted on when something is open, harmless otherwise. The host is
/// these tests' own: their shop has the demo shop's token, and a token decides the shop where the path does not.
/// </summary>
public sealed class GatewayNoticeTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "stripeshop1";
    private const string Gateway = "stripegateway000000000000000000000000000000000000000000000000001";
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
    public async Task Notice_OfAnAuthorizationWhoseAnswerWasLost_SettlesIt()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_visa");
        stripe.Fail(StandInFault.BreakAfterWork, StandInFault.BreakAfterWork, StandInFault.BreakAfterWork);
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(503);
        (await Payment(order)).HasPending.ShouldBeTrue();

        Acted(await Notify(await About(order))).ShouldBeTrue();

        (await Payment(order)).Status.ShouldBe(PaymentStatuses.PreAuthed);
        stripe.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Notice_OfAConfirmedPayment_AuthorizesIt()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_authenticationRequired");
        await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);
        var waiting = (await Payment(order)).Transactions.ShouldHaveSingleItem();
        waiting.Status.ShouldBe(TransactionStatus.NeedsAction);
        stripe.Ledger.Challenge(waiting.GatewayReference!, passed: true);

        Acted(await Notify(await About(order))).ShouldBeTrue();

        (await Payment(order)).Status.ShouldBe(PaymentStatuses.PreAuthed);
    }

    /// <summary>The shopper confirmed, and the hold was charged in the dashboard, while the gateway did not say so when it was asked.</summary>
    [Fact]
    public async Task Notice_OfMoneyOfWhatStillAwaitsItsShopperHere_IsAskedForAgain()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_authenticationRequired");
        await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);
        var waiting = (await Payment(order)).Transactions.ShouldHaveSingleItem();
        stripe.Ledger.Challenge(waiting.GatewayReference!, passed: true);
        stripe.Ledger.CaptureInDashboard(waiting.GatewayReference!);
        var notice = await About(order, "payment_intent.succeeded");
        stripe.Fail(StandInFault.BreakAfterWork, StandInFault.BreakAfterWork, StandInFault.BreakAfterWork);

        (await Notify(notice)).Status.ShouldBe(503);
        (await Payment(order)).Captured.ShouldBe(0);

        Acted(await Notify(notice)).ShouldBeTrue();
        (await Payment(order)).Captured.ShouldBe(waiting.Amount);
    }

    /// <summary>The wake-ups of placing are long gone by then: the charge that the notice leads to needs one of its own.</summary>
    [Fact]
    public async Task Notice_ThatLeadsToACharge_SetsAWakeUpBeforeIt()
    {
        var order = await CompletedUnpaid("pm_card_authenticationRequired");
        foreach (var before in await WakeUpsOf(order))
            await checkout.Service<IWakeUps>().Clear(before, default);
        stripe.Ledger.Challenge((await Payment(order)).Transactions.ShouldHaveSingleItem().GatewayReference!, passed: true);

        Acted(await Notify(await About(order))).ShouldBeTrue();

        (await Payment(order)).Status.ShouldBe(PaymentStatuses.Captured);
        (await WakeUpsOf(order)).ShouldContain(w => w.Kind == WakeUpKinds.Reconcile);
    }

    /// <summary>There is nothing to charge yet: the order's timeline is not filled with charges that were never tried.</summary>
    [Fact]
    public async Task Looks_AtACompletedOrderWhoseCardAwaitsItsShopper_TellOfNoFailedCharge()
    {
        var order = await CompletedUnpaid("pm_card_authenticationRequired");

        for (var look = 0; look < 3; look++)
            await checkout
                .Service<WakeUpSweep>()
                .Handle(new WakeUp(order.OrderId, WakeUpKinds.Reconcile, DateTimeOffset.UtcNow) { Shop = Shop, Attempt = look }, default);

        (await NotCharged(order)).ShouldBe(0);
    }

    /// <summary>Nobody is waited for: the shop hears that the order that it completed is not paid.</summary>
    [Fact]
    public async Task Completed_WhileItsCardIsDeclined_IsToldOnceAsNotCharged()
    {
        var order = await CompletedUnpaid("pm_card_chargeDeclined");

        (await NotCharged(order)).ShouldBe(1);
    }

    private static async Task<int> NotCharged(Shopping order) =>
        (await order.Timeline()).Count(e => e!["event"]!.GetValue<string>() == "payment.failed");

    [Fact]
    public async Task Notice_OfARefundThatFailedLater_TakesItBackAndItCanBeMadeAnew()
    {
        var (order, refund) = await Refunded();
        stripe.Ledger.FailRefund(refund);
        var notice = Event("refund.failed", Shop, order.OrderId, (await Payment(order)).Id, refund, "refund");

        Acted(await Notify(notice)).ShouldBeTrue();

        var payment = await Payment(order);
        (payment.Status, payment.Refunded).ShouldBe((PaymentStatuses.Captured, 0));
        var entry = (await order.Timeline()).Last()!;
        entry["event"]!.GetValue<string>().ShouldBe("payment.refund_failed");
        entry["amount"]!.GetValue<long>().ShouldBe(payment.Captured);
        Acted(await Notify(notice)).ShouldBeFalse();
        (await order.BackOffice(HttpMethod.Post, "refunds/full", [])).Status.ShouldBe(200);
        (await Payment(order)).Status.ShouldBe(PaymentStatuses.Refunded);
        stripe.Ledger.Refunded.ShouldBe(payment.Captured);
    }

    /// <summary>A gateway knows a payment by the order that it was placed for, of which it may be another part's by now.</summary>
    [Fact]
    public async Task Notice_OfMoneyThatWentToAnotherPartOfASplitOrder_IsActedOnThere()
    {
        var (order, refund) = await Refunded();
        var store = checkout.Service<IOrderStore>();
        var whole = (await store.Load(order.OrderId, default))!;
        var part = order.OrderId[..^4] + "part";
        await store.Add(whole.Order with { PublicOrderId = part, SplitFrom = order.OrderId, TimelineLength = 0 }, default);
        var first = whole.Order with { SplitFrom = order.OrderId, SplitInto = [new SplitPart(part, null)], Payments = [] };
        (await store.Commit(whole, first, answer: null, default)).ShouldNotBeNull();
        stripe.Ledger.FailRefund(refund);
        var payment = whole.Order.Payments[0];

        Acted(await Notify(Event("refund.failed", Shop, order.OrderId, payment.Id, refund, "refund"))).ShouldBeTrue();

        (await store.Load(part, default))!.Order.Payments[0].Status.ShouldBe(PaymentStatuses.Captured);
        (await order.Stored()).Payments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Notice_OfARefundThatStands_ChangesNothing()
    {
        var (order, refund) = await Refunded();

        Acted(await Notify(Event("refund.updated", Shop, order.OrderId, (await Payment(order)).Id, refund, "refund"))).ShouldBeFalse();

        (await Payment(order)).Status.ShouldBe(PaymentStatuses.Refunded);
    }

    [Fact]
    public async Task Notice_OfARefundWhileTheGatewayDoesNotAnswer_IsAskedForAgain()
    {
        var (order, refund) = await Refunded();
        stripe.Ledger.FailRefund(refund);
        var notice = Event("refund.failed", Shop, order.OrderId, (await Payment(order)).Id, refund, "refund");
        stripe.Fail(StandInFault.BreakAfterWork, StandInFault.BreakAfterWork, StandInFault.BreakAfterWork);

        (await Notify(notice)).Status.ShouldBe(503);
        (await Payment(order)).Status.ShouldBe(PaymentStatuses.Refunded);

        Acted(await Notify(notice)).ShouldBeTrue();
        (await Payment(order)).Status.ShouldBe(PaymentStatuses.Captured);
    }

    [Fact]
    public async Task Notice_TwiceOrOfSomethingSettled_ChangesNothing()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        var (stored, asked) = (await order.Stored(), stripe.Requests.Count);

        foreach (
            var type in new[]
            {
                "charge.succeeded",
                "payment_intent.amount_capturable_updated",
                "payment_intent.created",
                "payment_intent.created",
            }
        )
            Acted(await Notify(await About(order, type))).ShouldBeFalse();

        (await order.Stored()).Version.ShouldBe(stored.Version);
        stripe.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Notice_OfWhatIsNotKnownHere_IsTakenAndLeft()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_visa");
        var payment = (await Payment(order)).Id;

        Acted(await Notify(Event("payment_intent.succeeded", Shop, "unknown", payment))).ShouldBeFalse();
        Acted(await Notify(Event("payment_intent.succeeded", LocalCheckout.Shop, order.OrderId, payment))).ShouldBeFalse();
        Acted(
                await Notify(
                    """{"id":"evt_2","object":"event","created":1795348800,"type":"customer.created","data":{"object":{"id":"cus_1","object":"customer"}}}"""
                )
            )
            .ShouldBeFalse();
    }

    [Fact]
    public async Task Notice_NotSignedByTheGateway_Is400AndDoesNothing()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_authenticationRequired");
        await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);
        var (payload, asked) = (await About(order), stripe.Requests.Count);

        foreach (
            var signature in new[]
            {
                null,
                "t=1,v1=00",
                Signed(payload, "whsec_other", DateTimeOffset.UtcNow),
                Signed(payload, "whsec_test", DateTimeOffset.UtcNow.AddMinutes(-6)),
            }
        )
        {
            var refused = await Send(payload, signature);
            refused.Status.ShouldBe(400);
            refused.SubType.ShouldBe("invalid_signature");
        }

        stripe.Requests.Count.ShouldBe(asked);
    }

    [Theory]
    [InlineData(Shop, Scene.TestGateway)]
    [InlineData(Shop, "nothing")]
    [InlineData("noshop", Gateway)]
    public async Task Notice_ForAGatewayThatSendsNone_IsNotFound(string shop, string gateway) =>
        (await Send("{}", "t=1,v1=00", shop, gateway)).Status.ShouldBe(404);

    /// <summary>The shop charges at once, and its back office did not wait for the shopper's bank.</summary>
    private async Task<Shopping> CompletedUnpaid(string method)
    {
        var shops = checkout.Service<IShops>();
        var stored = (await shops.Load(Shop, default))!;
        var immediate = stored.Shop with { Checkout = stored.Shop.Checkout with { Capture = new CaptureSettings(CaptureMode.Immediate) } };
        await shops.Save(immediate, stored.ETag, default);
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, method);
        await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);
        (await order.BackOffice(HttpMethod.Post, "complete", new JsonObject { ["platform_order_id"] = "theirs-1" })).Status.ShouldBe(200);
        return order;
    }

    private async Task<IReadOnlyList<WakeUp>> WakeUpsOf(Shopping of) =>
        [
            .. (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddHours(1), 1000, default)).Where(w =>
                w.PublicOrderId == of.OrderId
            ),
        ];

    private async Task<(Shopping Order, string Refund)> Refunded()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Gateway, "pm_card_visa");
        foreach (var what in new[] { "payments/auth", "payments/capture", "refunds" })
            (await order.BackOffice(HttpMethod.Post, $"{what}/full", [])).Status.ShouldBe(200);
        return (order, (await Payment(order)).Transactions.Single(t => t.Kind is TransactionKind.Refund).GatewayReference!);
    }

    private static async Task<Payment> Payment(Shopping order) => (await order.Stored()).Payments.ShouldHaveSingleItem();

    private static async Task<string> About(Shopping order, string type = "payment_intent.amount_capturable_updated") =>
        Event(type, Shop, order.OrderId, (await Payment(order)).Id);

    private static string Event(
        string type,
        string shop,
        string order,
        string payment,
        string id = "pi_1",
        string kind = "payment_intent"
    ) =>
        new JsonObject
        {
            ["id"] = "evt_1",
            ["object"] = "event",
            ["created"] = 1795348800,
            ["type"] = type,
            ["data"] = new JsonObject
            {
                ["object"] = new JsonObject
                {
                    ["id"] = id,
                    ["object"] = kind,
                    ["metadata"] = new JsonObject
                    {
                        ["shop_identifier"] = shop,
                        ["public_order_id"] = order,
                        ["payment_id"] = payment,
                    },
                },
            },
        }.ToJsonString();

    private Task<Answer> Notify(string payload) => Send(payload, Signed(payload, "whsec_test", DateTimeOffset.UtcNow));

    private Task<Answer> Send(string payload, string? signature, string shop = Shop, string gateway = Gateway)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/gateways/{shop}/{gateway}/notices")
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        if (signature is not null)
            request.Headers.Add("Stripe-Signature", signature);
        return checkout.Send(request, token: null);
    }

    private static bool Acted(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        return answer.Data["acted"]!.GetValue<bool>();
    }

    private static string Signed(string payload, string secret, DateTimeOffset at) =>
        EventUtility.GenerateSignatureHeader(payload, secret, at.ToUnixTimeSeconds());
}
