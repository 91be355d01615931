using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>What a merchant sees of deliveries and does about them (docs/contract/administration.md#deliveries).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class WebhookDeliveriesTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Listener merchant = null!;

    public async Task InitializeAsync() => merchant = await Listener.Start();

    public async Task DisposeAsync() => await merchant.DisposeAsync();

    [Fact]
    public async Task List_ARefusedAndATakenTry_ShowStatusAndAnswerNewestFirst()
    {
        var (shop, id) = await Subscribed(WebhookTopic.OrderCancelled);
        merchant.Answer = _ => (503, "line one\nline two" + new string('x', 5000));
        var shopper = await Canceled(shop);
        merchant.Answer = _ => (200, "thank you");
        await checkout.Pass(TimeSpan.FromMinutes(1));
        await checkout.Settle(shopper);

        var listed = (await Deliveries(shop, id)).Ok().Data["deliveries"]!.AsArray();

        listed.Count.ShouldBe(2);
        var (taken, failed) = (listed[0]!, listed[1]!);
        (Text(taken, "status"), (int)taken["http_status"]!, Text(taken, "response_excerpt"), (int)taken["attempt"]!).ShouldBe(
            ("taken", 200, "thank you", 2)
        );
        (Text(failed, "status"), (int)failed["http_status"]!, Text(failed, "failure")).ShouldBe(
            ("failed", 503, "The answer has status 503.")
        );
        Text(failed, "response_excerpt").ShouldStartWith("line one line two");
        Text(failed, "response_excerpt").Length.ShouldBe(1024);
        Text(failed, "public_order_id").ShouldBe(shopper.OrderId);
        Text(failed, "message_id").ShouldBe(Text(taken, "message_id"));
        (await Deliveries(shop, id, "?status=failed")).Ok().Data["deliveries"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task List_PageByPageOverDays_HasEachOnceAndForgetsAfterAWeek()
    {
        var (shop, id) = await Subscribed(WebhookTopic.OrderCancelled);
        var orders = new List<string>();
        for (var day = 0; day < 4; day++)
        {
            orders.Add((await Canceled(shop)).OrderId);
            await checkout.Pass(TimeSpan.FromSeconds(1));
            orders.Add((await Canceled(shop)).OrderId);
            await checkout.Pass(TimeSpan.FromDays(1));
        }

        var all = await Pages(shop, id);
        all.Select(d => Text(d, "public_order_id")).ShouldBe(Enumerable.Reverse(orders));
        await checkout.Pass(TimeSpan.FromDays(5));
        await checkout.Pass(TimeSpan.FromMinutes(1));
        (await Resend(shop, id, Text(all[^1], "id"))).Status.ShouldBe(404);
        var younger = await Pages(shop, id);
        younger.Select(d => Text(d, "public_order_id")).ShouldBe(Enumerable.Reverse(orders).Take(4));
        (await Resend(shop, id, Text(younger[^1], "id"))).Ok();
    }

    /// <summary>Every delivery, page by page, none of which costs more than a list may.</summary>
    private async Task<IReadOnlyList<JsonNode>> Pages(string shop, string id)
    {
        // The sign-in remembers the shop from here on.
        (await Deliveries(shop, id)).Ok();
        var seen = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = (await Deliveries(shop, id, $"?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}")).Ok();
            page.Cost.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Data["deliveries"]!.AsArray().OfType<JsonNode>());
            cursor = page.Data["next"]?.GetValue<string>();
        } while (cursor is not null);

        return seen;
    }

    [Fact]
    public async Task Resend_ATakenMessage_ComesAgainUnderItsIdAndBody()
    {
        var (shop, id) = await Subscribed(WebhookTopic.OrderCancelled);
        await Canceled(shop);
        var first = await merchant.Next();
        var delivery = (await Deliveries(shop, id)).Ok().Data["deliveries"]![0]!;

        (await Resend(shop, id, Text(delivery, "id"))).Ok();

        var again = await merchant.Next();
        again.Headers["webhook-id"].ShouldBe(first.Headers["webhook-id"]);
        again.Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task Resend_AMessageThatWaits_IsTriedNowAndIsNotDoubled()
    {
        var (shop, id) = await Subscribed(WebhookTopic.OrderCancelled);
        merchant.Answer = _ => (503, "");
        var shopper = await Canceled(shop);
        for (var minute = 0; minute < 30; minute++)
            await checkout.Pass(TimeSpan.FromMinutes(1));
        var delivery = (await Deliveries(shop, id)).Ok().Data["deliveries"]![0]!;
        merchant.Answer = _ => (200, "{}");

        (await Resend(shop, id, Text(delivery, "id"))).Ok();

        await merchant.Next();
        await checkout.Settle(shopper);
        (await checkout.Service<IOutbox>().Pending(shopper.OrderId, default)).ShouldBeEmpty();
        merchant.Taken().ShouldBeEmpty();
    }

    [Fact]
    public async Task Test_AnyTopic_SendsASignedSampleAndTellsTheAnswer()
    {
        foreach (var topic in WebhookTopic.All)
        {
            var (shop, id) = await Subscribed(topic.Name);
            merchant.Answer = _ => (200, "fine");

            var sent = (await checkout.Admin(HttpMethod.Post, shop, $"webhooks/{id}/test")).Ok().Data;

            var heard = await merchant.Next();
            heard.Topic.ShouldBe(topic.Name);
            ((bool)heard.Json["test"]!, heard.Json["application_state"]!["order_id"]!.GetValue<int>()).ShouldBe((true, 1));
            (Text(sent, "status"), Text(sent, "response_excerpt"), sent["public_order_id"]).ShouldBe(("taken", "fine", null));
            (await Resend(shop, id, Text(sent, "id"))).Field.ShouldBe("delivery_id");
        }
    }

    [Fact]
    public async Task Test_WhileHundredOthersAreDelivered_TellsItsOwnAnswer()
    {
        var (shop, id) = await Subscribed(WebhookTopic.OrderCancelled);
        var deliveries = checkout.Service<IWebhookDeliveries>();
        merchant.Answer = _ => (200, Others().GetAwaiter().GetResult());

        var sent = (await checkout.Admin(HttpMethod.Post, shop, $"webhooks/{id}/test")).Ok().Data;

        (await merchant.Next()).Topic.ShouldBe(WebhookTopic.OrderCancelled);
        Text(sent, "response_excerpt").ShouldBe("fine");

        async Task<string> Others()
        {
            var later = checkout.Clock.GetUtcNow().AddTicks(1);
            for (var i = 0; i < 100; i++)
            {
                var message = new OutboxMessage($"other-{i}", WebhookCarrier.Webhook, WebhookTopic.OrderCancelled, id, "{}");
                await deliveries.Add(shop, new WebhookDelivery(message, "order", merchant.Url, later), default);
            }

            return "fine";
        }
    }

    [Fact]
    public async Task ReplayAll_OfADeletedWebhook_GoesToItsSuccessor()
    {
        var (shop, old) = await Subscribed(WebhookTopic.OrderCancelled);
        merchant.Answer = _ => (503, "");
        var waiting = new[] { await Canceled(shop), await Canceled(shop) };
        (await checkout.Admin(HttpMethod.Delete, shop, $"webhooks/{old}")).Ok();
        await checkout.Pass(TimeSpan.FromMinutes(2));
        merchant.Answer = _ => (200, "{}");
        var successor = await Subscribe(shop, WebhookTopic.OrderCancelled);
        (await Replay(shop, $$"""{"webhook_id":"another"}""")).Ok().Data["replayed"]!.GetValue<int>().ShouldBe(0);

        var replayed = (await Replay(shop, $$"""{"webhook_id":"{{old}}","to_webhook_id":"{{successor}}"}""")).Ok().Data;

        ((int)replayed["replayed"]!, (bool)replayed["more"]!).ShouldBe((2, false));
        foreach (var shopper in waiting)
            await checkout.Settle(shopper);
        merchant
            .Taken()
            .Select(heard => heard.Json["public_order_id"]!.GetValue<string>())
            .Order()
            .ShouldBe(waiting.Select(shopper => shopper.OrderId).Order());
        (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Ok().Data.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Calls_AskedWrongly_AreRefusedByField()
    {
        var (shop, id) = await Subscribed(WebhookTopic.OrderCancelled);

        (await Deliveries(shop, id, "?status=lost")).Field.ShouldBe("status");
        (await Deliveries(shop, id, "?limit=0")).Field.ShouldBe("limit");
        (await Deliveries(shop, "none")).Status.ShouldBe(404);
        (await Resend(shop, id, "none")).Status.ShouldBe(404);
        (await checkout.Admin(HttpMethod.Post, shop, "webhooks/none/test")).Status.ShouldBe(404);
        (await Replay(shop, """{"to_webhook_id":"x"}""")).Field.ShouldBe("webhook_id");
        (await Replay(shop, """{"webhook_id":"x","to_webhook_id":"x"}""")).Field.ShouldBe("to_webhook_id");
    }

    private async Task<(string Shop, string Id)> Subscribed(string topic)
    {
        var shop = await checkout.NewShop();
        return (shop, await Subscribe(shop, topic));
    }

    private async Task<string> Subscribe(string shop, string topic)
    {
        var body = $$"""{"webhook_topic_id":{{IdOf(topic)}},"callback_url":"{{merchant.Url}}","shared_secret":"s"}""";
        return Text((await checkout.Admin(HttpMethod.Post, shop, "webhooks", body)).Ok().Data, "id");
    }

    private async Task<Shopper> Canceled(string shop)
    {
        var shopper = await Shopper.Begin(checkout, shop);
        (await shopper.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"test"}""")).Ok();
        await checkout.Settle(shopper);
        return shopper;
    }

    private Task<Answer> Deliveries(string shop, string id, string query = "") =>
        checkout.Admin(HttpMethod.Get, shop, $"webhooks/{id}/deliveries{query}");

    private Task<Answer> Resend(string shop, string id, string delivery) =>
        checkout.Admin(HttpMethod.Post, shop, $"webhooks/{id}/deliveries/{delivery}/resend");

    private Task<Answer> Replay(string shop, string body) => checkout.Admin(HttpMethod.Post, shop, "dead_letters/replay", body);

    private static int IdOf(string topic) => WebhookTopic.All.Single(t => t.Name == topic).Id;

    private static string Text(JsonNode of, string key) => of[key]!.GetValue<string>();
}
