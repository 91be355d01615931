using System.Text.Json.Nodes;
using Checkout.Journeys.Reconciling;
using Checkout.Local.Tests.Faults;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>Money that was held and is not needed goes back to the shopper, whatever a gateway says the first time.</summary>
public sealed class HeldMoneyTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "heldshop1";

    public Task InitializeAsync() => Shopping.Open(checkout, Shop, demo => demo);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CaptureOfAnOrderThatCostsLessThanIsHeld_GivesTheRestBack()
    {
        var card = new GiftCard($"GIFT-{Guid.NewGuid():N}", "CAD", 2_000, ExpiresAt: null, PurchasedAt: null);
        await checkout.Service<IGiftCards>().Issue(Shop, card, default);
        var order = await Shopping.Begin(checkout, Shop);
        await order.Do(
            "items",
            new JsonObject
            {
                ["sku"] = Shopping.Sku,
                ["quantity"] = 1,
                ["line_item_key"] = "line-2",
            }
        );
        await ReadyToPay(order);
        await order.Do(
            "payments",
            new JsonObject
            {
                ["gateway_public_id"] = Scene.TestGateway,
                ["token"] = "tok_visa",
                ["amount"] = 6_000,
            }
        );
        await order.Do("payments", new JsonObject { ["gateway_public_id"] = Scene.GiftCardGateway, ["token"] = card.Code });
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        (await Balance(card)).ShouldBeLessThan(card.Balance);
        await Remove(order, "line-2");
        var total = OrderPrice.Of(await order.Stored()).Total;
        total.ShouldBeLessThan(6_000);

        var captured = await order.BackOffice(HttpMethod.Post, "payments/capture/full", []);

        captured.Status.ShouldBe(200, captured.Json.ToJsonString());
        captured.Data["capture"]!["amount"]!.GetValue<long>().ShouldBe(total);
        var stored = await order.Stored();
        stored.Payments.Sum(p => p.Captured).ShouldBe(total);
        stored.Payments.Sum(p => p.Held).ShouldBe(0);
        (await Balance(card)).ShouldBe(card.Balance);
    }

    [Fact]
    public async Task CancelWhileTheGatewayIsGone_ReleasesTheHoldOnceItIsBack()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        await Gateways(shop => [.. shop.Gateways.Where(g => g.PublicId != Scene.TestGateway)]);
        try
        {
            (await order.BackOffice(HttpMethod.Post, "cancel", [])).Status.ShouldBe(503);
            (await order.Stored()).Payments.Sum(p => p.Held).ShouldBeGreaterThan(0);
            (await Reconcile(order)).ShouldNotBeNull();
        }
        finally
        {
            await Restored();
        }

        (await Waiting(order)).ShouldNotBeNull();
        (await Reconcile(order, attempt: 1)).ShouldBeNull();

        (await order.Stored()).Payments.Sum(p => p.Held).ShouldBe(0);
        (await order.Ledger()).Count(e => e!["kind"]!.GetValue<string>() == "void").ShouldBe(1);
    }

    [Fact]
    public async Task CancelWhoseHoldTheGatewayKept_IsReleasedByAFurtherTry()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        var store = checkout.Service<IOrderStore>();
        var before = (await store.Load(order.OrderId, default))!;
        var payment = before.Order.Payments.ShouldHaveSingleItem();
        var refused = payment.Transactions[0] with
        {
            Id = "refused-void",
            Kind = TransactionKind.Void,
            Status = TransactionStatus.Failed,
            FailureCode = "try_later",
            ParentId = payment.Transactions[0].Id,
            IdempotencyKey = "refused-void",
        };
        var canceled = before.Order.With(payment.With(refused)) with { Status = OrderStatus.Canceled, CanceledAt = DateTimeOffset.UtcNow };
        (await store.Commit(before, canceled, answer: null, default)).ShouldNotBeNull();

        (await Reconcile(order)).ShouldBeNull();

        (await order.Stored()).Payments.Sum(p => p.Held).ShouldBe(0);
        (await order.Ledger()).Count(e => e!["kind"]!.GetValue<string>() == "void").ShouldBe(1);
    }

    [Fact]
    public async Task CaptureOfUnknownOutcome_WhoseGatewayIsGone_IsNotTakenForFailed()
    {
        var order = await Shopping.Processed(checkout, Shop, "tok_capture_timeout");
        var total = OrderPrice.Of(await order.Stored()).Total;
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(503);
        await Gateways(shop => [.. shop.Gateways.Where(g => g.PublicId != Scene.TestGateway)]);
        try
        {
            (await Reconcile(order)).ShouldNotBeNull();
            (await order.Stored()).Payments.ShouldAllBe(p => p.HasPending);
        }
        finally
        {
            await Restored();
        }

        (await Reconcile(order)).ShouldBeNull();

        (await order.Stored()).Payments.Sum(p => p.Captured).ShouldBe(total);
        (await order.Ledger()).Count(e => e!["kind"]!.GetValue<string>() == "capture").ShouldBe(1);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("remove")]
    [InlineData("time")]
    public async Task PaymentThatWaitsForItsShopper_CanNoLongerBeConfirmedOnceItIsNotWanted(string how)
    {
        var order = await Shopping.PaidWith(checkout, Shop, Scene.TestGateway, "tok_sca");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        var payment = (await order.Stored()).Payments.ShouldHaveSingleItem();
        var waiting = payment.Transactions.ShouldHaveSingleItem();
        waiting.Status.ShouldBe(TransactionStatus.NeedsAction);

        switch (how)
        {
            case "cancel":
                (await order.BackOffice(HttpMethod.Post, "cancel", [])).Status.ShouldBe(200);
                break;
            case "remove":
                var removed = await checkout.Send(
                    HttpMethod.Delete,
                    $"/checkout/storefront/{Shop}/{order.OrderId}/payments",
                    new JsonObject { ["gateway_public_id"] = Scene.TestGateway, ["token"] = "tok_sca" }.ToJsonString(),
                    order.Jwt
                );
                removed.Status.ShouldBe(200, removed.Json.ToJsonString());
                (await order.Stored()).Payments.ShouldBeEmpty();
                break;
            default:
                await Shopping.Open(
                    checkout,
                    Shop,
                    demo => demo with { Checkout = demo.Checkout with { ReleaseHeldPaymentsAfterHours = 0 } }
                );
                (await Reconcile(order)).ShouldBeNull();
                await Restored();
                break;
        }

        var settings = (await checkout.Service<IShops>().Find(Shop, default))!.Gateway(Scene.TestGateway)!;
        var confirmed = await checkout
            .Service<IPaymentGateways>()
            .Driver("test")!
            .Confirm(
                new GatewayConfirmation(settings, Shop, order.OrderId, payment.Id, waiting.IdempotencyKey, waiting.GatewayReference!)
                {
                    ByShopper = true,
                },
                default
            );
        confirmed.Kind.ShouldBe(GatewayOutcomeKind.Declined);
        (await order.Ledger()).ShouldHaveSingleItem()!["outcome"]!.GetValue<string>().ShouldBe("declined");
    }

    [Fact]
    public async Task CardWhoseHoldWasReleased_CanBeOfferedAgain()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Scene.TestGateway, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        await Shopping.Open(checkout, Shop, demo => demo with { Checkout = demo.Checkout with { ReleaseHeldPaymentsAfterHours = 0 } });
        (await Reconcile(order)).ShouldBeNull();
        await Restored();
        (await order.Stored()).Payments.ShouldHaveSingleItem().Status.ShouldBe(PaymentStatuses.Voided);

        await order.Do("payments", new JsonObject { ["gateway_public_id"] = Scene.TestGateway, ["token"] = "tok_visa" });
        await order.Do("process_order", []);

        (await order.Stored()).Payments.Select(p => p.Status).ShouldBe([PaymentStatuses.Voided, PaymentStatuses.PreAuthed]);
    }

    [Fact]
    public async Task OrderThatIsOnlyVerified_CutOffWhileItIsProcessed_IsFoundAgain()
    {
        await Shopping.Open(
            checkout,
            Shop,
            demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings(CaptureMode.VerifyOnly) } }
        );
        var order = await Shopping.Processed(checkout, Shop, "tok_visa");
        await Restored();

        (await Waiting(order)).ShouldNotBeNull();
    }

    [Fact]
    public async Task WakeUpWhoseWorkIsNotCommittedYet_IsLeftByAHostThatStarts()
    {
        var order = await Shopping.PaidWith(checkout, Shop, Scene.TestGateway, "tok_visa");
        await checkout
            .Service<IWakeUps>()
            .Set(new WakeUp(order.OrderId, WakeUpKinds.Reconcile, DateTimeOffset.UtcNow.AddMinutes(2)), default);

        await checkout.Service<WakeUpSweep>().RunAtStart(default);

        (await Waiting(order)).ShouldNotBeNull();
    }

    private static async Task ReadyToPay(Shopping order)
    {
        await order.Do("customer/guest", Calls.Guest);
        await order.Do("addresses/shipping", Calls.Address);
        await order.Do("addresses/billing", Calls.Address);
        await order.Do("shipping_lines", new JsonObject { ["index"] = "0" });
        await order.Do("taxes", []);
    }

    private async Task Remove(Shopping order, string line)
    {
        var removed = await checkout.Send(
            HttpMethod.Delete,
            $"/checkout/storefront/{Shop}/{order.OrderId}/items",
            new JsonObject { ["line_item_key"] = line, ["quantity"] = 0 }.ToJsonString(),
            order.Jwt
        );
        removed.Status.ShouldBe(200, removed.Json.ToJsonString());
    }

    private async Task<long> Balance(GiftCard card) => (await checkout.Service<IGiftCards>().Find(Shop, card.Code, default))!.Balance;

    private Task<DateTimeOffset?> Reconcile(Shopping order, int attempt = 0) =>
        checkout
            .Service<ReconcileOrder>()
            .Handle(new WakeUp(order.OrderId, WakeUpKinds.Reconcile, DateTimeOffset.UtcNow, attempt), default);

    private async Task<WakeUp?> Waiting(Shopping order) =>
        (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddDays(1), 1000, default)).FirstOrDefault(w =>
            w.PublicOrderId == order.OrderId && w.Kind == WakeUpKinds.Reconcile
        );

    private Task Restored() => Shopping.Open(checkout, Shop, demo => demo);

    private Task Gateways(Func<Shop, IEnumerable<GatewaySettings>> some) =>
        Shopping.Open(checkout, Shop, demo => demo with { Gateways = [.. some(demo)] });
}
