using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

[Collection(LiveCheckouts.Name)]
public sealed class WebhookDeliveryTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Listener merchant = null!;

    public async Task InitializeAsync() => merchant = await Listener.Start();

    public async Task DisposeAsync() => await merchant.DisposeAsync();

    [Fact]
    public async Task Commit_ServerIsUp_HearsOfItWithoutASweepAndTheOutboxIsEmpty()
    {
        var shopper = await Shopper.Begin(checkout, await Subscribed(WebhookTopic.OrderProcessed));
        await shopper.Buy();

        (await merchant.Next()).Topic.ShouldBe(WebhookTopic.OrderProcessed);

        await checkout.Settle(shopper);
        await checkout.Pass(TimeSpan.FromMinutes(2));
        (await Pending(shopper)).ShouldBeEmpty();
        merchant.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_WithASubscriber_CostsOneTransactionMoreAndSendingNone()
    {
        var quiet = await Shopper.Begin(checkout, await checkout.NewShop());
        var heard = await Shopper.Begin(checkout, await Subscribed(WebhookTopic.OrderCancelled));
        await quiet.Buy();
        await heard.Buy();

        var without = (await quiet.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"test"}""")).Ok();
        var with = (await heard.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"test"}""")).Ok();

        with.Cost.ShouldBe(without.Cost + 1);
        (await merchant.Next()).Topic.ShouldBe(WebhookTopic.OrderCancelled);
    }

    [Fact]
    public async Task Commit_ServerDoesNotAnswer_TheCallerDoesNotWaitForIt()
    {
        using var blocked = new ManualResetEventSlim();
        merchant.Answer = _ =>
        {
            blocked.Wait();
            return (200, "{}");
        };
        var shopper = await Shopper.Begin(checkout, await Subscribed(WebhookTopic.OrderProcessed));

        (await shopper.Buy()).State["is_processed"]!.GetValue<bool>().ShouldBeTrue();

        blocked.Set();
        (await merchant.Next()).Topic.ShouldBe(WebhookTopic.OrderProcessed);
    }

    [Fact]
    public async Task Money_WebhookHasTheTransactionIdOfTheAnswerAndTheStateAfterIt()
    {
        var shop = await Subscribed(WebhookTopic.PaymentCaptured, WebhookTopic.OrderRefunded);
        var shopper = await Shopper.Begin(checkout, shop);
        await shopper.Buy();

        var capture = (await shopper.BackOffice(HttpMethod.Post, "/payments/capture/full", "{}")).Ok().Data["capture"]!;
        var captured = (await merchant.Next()).Json;
        var refund = (await shopper.BackOffice(HttpMethod.Post, "/refunds/full", "{}")).Ok().Data["refund"]!;
        var refunded = (await merchant.Next()).Json;

        captured["data"]!["transaction_id"]!
            .GetValue<string>()
            .ShouldBe(capture["transactions"]![0]!["transaction_id"]!.GetValue<string>());
        State(captured).ShouldBe("captured");
        refunded["data"]!["transaction_id"]!
            .GetValue<string>()
            .ShouldBe(refund["transaction_details"]![0]!["transaction_number"]!.GetValue<string>());
        State(refunded).ShouldBe("refunded");

        static string State(System.Text.Json.Nodes.JsonNode heard) =>
            heard["application_state"]!["payments"]![0]!["status"]!.GetValue<string>();
    }

    [Fact]
    public async Task Cancel_WebhookComesOnceTheHoldsAreReleased()
    {
        var shopper = await Shopper.Begin(checkout, await Subscribed(WebhookTopic.OrderCancelled));
        await shopper.Buy();

        (await shopper.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"test"}""")).Ok();

        var heard = (await merchant.Next()).Json;
        heard["application_state"]!["payments"]![0]!["status"]!.GetValue<string>().ShouldBe("voided");
    }

    [Fact]
    public async Task Commit_ServerDownForAnHour_EverythingArrivesOnceItIsUpInOrder()
    {
        var shop = await Subscribed(
            WebhookTopic.OrderProcessed,
            WebhookTopic.OrderCreated,
            WebhookTopic.PaymentCaptured,
            WebhookTopic.OrderFulfilled,
            WebhookTopic.OrderRefunded
        );
        merchant.Answer = _ => (503, "");
        var (first, second) = (await Shopper.Begin(checkout, shop), await Shopper.Begin(checkout, shop));
        foreach (var shopper in new[] { first, second })
        {
            await shopper.Buy();
            (await shopper.BackOffice(HttpMethod.Post, "/payments/capture", """{"reauth":false,"amount":500}""")).Ok();
            (await shopper.BackOffice(HttpMethod.Post, "/complete", """{"platform_order_id":"4711"}""")).Ok();
            (await shopper.BackOffice(HttpMethod.Post, "/payments/capture/full", """{"reauth":false}""")).Ok();
            (await shopper.BackOffice(HttpMethod.Patch, "/line_items/grater", """{"fulfilled_quantity":2}""")).Ok();
            (await shopper.BackOffice(HttpMethod.Post, "/refunds", """{"amount":100}""")).Ok();
            await checkout.Settle(shopper);
        }

        for (var minute = 0; minute < 60; minute++)
            await checkout.Pass(TimeSpan.FromMinutes(1));
        merchant.Taken().ShouldBeEmpty();
        merchant.All.Count.ShouldBeLessThan(2 * 15);
        merchant.Answer = _ => (200, "{}");
        for (var minute = 0; minute < 70; minute++)
            await checkout.Pass(TimeSpan.FromMinutes(1));

        var taken = merchant.Taken();
        foreach (var shopper in new[] { first, second })
        {
            taken
                .Where(t => t.Json["public_order_id"]!.GetValue<string>() == shopper.OrderId)
                .Select(t => t.Topic)
                .ShouldBe([
                    WebhookTopic.OrderProcessed,
                    WebhookTopic.PaymentCaptured,
                    WebhookTopic.OrderCreated,
                    WebhookTopic.PaymentCaptured,
                    WebhookTopic.OrderFulfilled,
                    WebhookTopic.OrderRefunded,
                ]);
            (await Pending(shopper)).ShouldBeEmpty();
        }

        taken.Select(t => t.Headers["x-bold-webhook-id"]).ShouldBeUnique();
    }

    [Fact]
    public async Task Commit_ServerDownForTwoDays_BecomesADeadLetterThatReplays()
    {
        var shop = await Subscribed(WebhookTopic.OrderProcessed);
        merchant.Answer = _ => (500, "");
        var shopper = await Shopper.Begin(checkout, shop);
        await shopper.Buy();
        await checkout.Settle(shopper);

        for (var hour = 0; hour < 47; hour++)
            await checkout.Pass(TimeSpan.FromHours(1));
        (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Data.AsArray().ShouldBeEmpty();
        for (var hour = 0; hour < 4; hour++)
            await checkout.Pass(TimeSpan.FromHours(1));

        var letter = (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Ok().Data.AsArray().ShouldHaveSingleItem()!;
        letter["public_order_id"]!.GetValue<string>().ShouldBe(shopper.OrderId);
        letter["topic"]!.GetValue<string>().ShouldBe(WebhookTopic.OrderProcessed);
        letter["reason"]!.GetValue<string>().ShouldContain("500");
        letter["attempts"]!.GetValue<int>().ShouldBeGreaterThan(40);
        (await Pending(shopper)).ShouldBeEmpty();

        merchant.Answer = _ => (200, "{}");
        (await checkout.Admin(HttpMethod.Post, shop, $"dead_letters/{letter["id"]}/replay")).Ok();

        (await merchant.Next()).Headers["x-bold-webhook-id"].ShouldBe(letter["webhook_id"]!.GetValue<string>());
        (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Data.AsArray().ShouldBeEmpty();
        (await checkout.Admin(HttpMethod.Post, shop, $"dead_letters/{letter["id"]}/replay")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Replay_ServerIsStillDown_IsTriedTwiceAndBuriedAgain()
    {
        var shop = await Subscribed(WebhookTopic.OrderProcessed);
        merchant.Answer = _ => (500, "");
        var shopper = await Shopper.Begin(checkout, shop);
        await shopper.Buy();
        await checkout.Settle(shopper);
        for (var hour = 0; hour < 51; hour++)
            await checkout.Pass(TimeSpan.FromHours(1));
        var letter = (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Data[0]!;

        (await checkout.Admin(HttpMethod.Post, shop, $"dead_letters/{letter["id"]}/replay")).Ok();
        await checkout.Settle(shopper);
        for (var minute = 0; minute < 5; minute++)
            await checkout.Pass(TimeSpan.FromMinutes(1));

        (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Data.AsArray().ShouldHaveSingleItem()!["attempts"]!
            .GetValue<int>()
            .ShouldBe(2);
    }

    private Task<string> Subscribed(params string[] topics) =>
        checkout.NewShop(shop =>
            shop with
            {
                Webhooks =
                [
                    .. topics.Select(
                        (topic, i) =>
                            new WebhookSubscription(
                                $"hook-{i}",
                                topic,
                                merchant.Url + "/hooks",
                                "shared",
                                checkout.Clock.GetUtcNow(),
                                checkout.Clock.GetUtcNow()
                            )
                    ),
                ],
            }
        );

    private Task<IReadOnlyList<OutboxMessage>> Pending(Shopper shopper) => checkout.Service<IOutbox>().Pending(shopper.OrderId, default);
}
