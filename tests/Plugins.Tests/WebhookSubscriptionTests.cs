using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>What a subscription can be changed to, and that nothing that waits for it is lost (docs/contract/webhooks.md).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class WebhookSubscriptionTests(LiveCheckout checkout) : IAsyncLifetime
{
    private const string First = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Second = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private Listener merchant = null!;
    private Listener moved = null!;

    public async Task InitializeAsync() => (merchant, moved) = (await Listener.Start(), await Listener.Start());

    public async Task DisposeAsync()
    {
        await merchant.DisposeAsync();
        await moved.DisposeAsync();
    }

    [Fact]
    public async Task Delivery_StandardHeaders_AreWhatTheLibraryMakesOfIdTimeAndBody()
    {
        var (shop, _) = await Subscribed();
        await Canceled(shop);

        var heard = await merchant.Next();

        SignaturesOf(heard).ShouldBe([Expected(heard, First)]);
        heard.Headers["webhook-id"].ShouldBe(heard.Headers["x-bold-webhook-id"]);
        heard.Headers["webhook-timestamp"].ShouldBe(heard.Headers["x-bold-timestamp"]);
    }

    [Fact]
    public async Task Rotation_ForADay_BothSecretsSignAndThenTheNewOneAlone()
    {
        var (shop, id) = await Subscribed();
        var changed = (await Patch(shop, id, $$"""{"shared_secret":"{{Second}}"}""")).Ok();
        changed.Data["previous_secret_until"]!.GetValue<DateTimeOffset>().ShouldBe(checkout.Clock.GetUtcNow().AddHours(24));

        await Canceled(shop);
        var during = await merchant.Next();
        checkout.Clock.Advance(TimeSpan.FromHours(24));
        await Canceled(shop);
        var after = await merchant.Next();

        SignaturesOf(during).ShouldBe([Expected(during, Second), Expected(during, First)]);
        SignaturesOf(after).ShouldBe([Expected(after, Second)]);
        (await checkout.Admin(HttpMethod.Get, shop, "webhooks")).Ok().Data[0]!["previous_secret_until"].ShouldBeNull();
    }

    [Fact]
    public async Task Rotation_TheSameSecretAgain_LeavesTheOneBeforeItsTime()
    {
        var (shop, id) = await Subscribed();
        (await Patch(shop, id, $$"""{"shared_secret":"{{Second}}"}""")).Ok();

        (await Patch(shop, id, $$"""{"shared_secret":"{{Second}}"}""")).Ok();

        (await Stored(shop)).PreviousSecret.ShouldBe(First);
    }

    [Fact]
    public async Task Outage_OfAnHourAcrossRotationAndMove_LosesNothing()
    {
        var (shop, id) = await Subscribed();
        merchant.Answer = _ => (503, "");
        var shoppers = new List<Shopper>();
        for (var step = 0; step < 6; step++)
        {
            shoppers.Add(await Canceled(shop));
            await Minutes(10);
            if (step == 1)
                (await Patch(shop, id, $$"""{"shared_secret":"{{Second}}"}""")).Ok();
            if (step == 3)
                (await Patch(shop, id, $$"""{"callback_url":"{{moved.Url}}/new"}""")).Ok();
            if (step == 3)
                moved.Answer = _ => (503, "");
        }

        moved.Answer = _ => (200, "{}");
        await Minutes(65);

        var taken = moved.Taken();
        taken.Select(OrderOf).Order().ShouldBe(shoppers.Select(s => s.OrderId).Order());
        taken.ShouldAllBe(heard => SignaturesOf(heard).SequenceEqual(new[] { Expected(heard, Second), Expected(heard, First) }));
        merchant.Taken().ShouldBeEmpty();
        (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Ok().Data.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_WithMessagesWaiting_KeepsThemAsDeadLetters()
    {
        var (shop, id) = await Subscribed();
        merchant.Answer = _ => (503, "");
        var shopper = await Canceled(shop);

        (await checkout.Admin(HttpMethod.Delete, shop, $"webhooks/{id}")).Ok();
        await Minutes(2);

        var letter = (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Ok().Data.AsArray().ShouldHaveSingleItem()!;
        letter["public_order_id"]!.GetValue<string>().ShouldBe(shopper.OrderId);
        letter["reason"]!.GetValue<string>().ShouldBe("The webhook was deleted.");
    }

    [Fact]
    public async Task Answer410_StopsTheWebhookUntilItIsStartedAgain()
    {
        var (shop, id) = await Subscribed();
        merchant.Answer = _ => (410, "");
        await Canceled(shop);

        var stopped = (await checkout.Admin(HttpMethod.Get, shop, "webhooks")).Ok().Data[0]!;
        (stopped["status"]!.GetValue<string>(), stopped["stopped_because"]!.GetValue<string>()).ShouldBe(
            ("stopped", "its server answered 410.")
        );
        await Canceled(shop);
        merchant.All.Count.ShouldBe(1);

        merchant.Answer = _ => (200, "{}");
        (await Patch(shop, id, """{"status":"active"}""")).Ok().Data["status"]!.GetValue<string>().ShouldBe("active");
        var letter = (await checkout.Admin(HttpMethod.Get, shop, "dead_letters")).Ok().Data.AsArray().ShouldHaveSingleItem()!;
        (await checkout.Admin(HttpMethod.Post, shop, $"dead_letters/{letter["id"]}/replay")).Ok();

        (await merchant.Next()).Headers["webhook-id"].ShouldBe(letter["webhook_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Answer429_WithRetryAfter_IsObeyedForEveryOrder()
    {
        var (shop, _) = await Subscribed();
        merchant.Answer = _ => (429, "");
        merchant.RetryAfter = "600";
        await Canceled(shop);
        await Canceled(shop);
        merchant.All.Count.ShouldBe(1);

        await Minutes(9);
        merchant.All.Count.ShouldBe(1);
        merchant.Answer = _ => (200, "{}");
        await Minutes(3);

        merchant.Taken().Select(OrderOf).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"callback_url":"http://example.com"}""", "callback_url")]
    [InlineData("""{"callback_url":""}""", "callback_url")]
    [InlineData("""{"webhook_topic_id":99}""", "webhook_topic_id")]
    [InlineData("""{"shared_secret":"whsec_c2hvcnQ="}""", "shared_secret")]
    [InlineData("""{"shared_secret":"whsec_not base64"}""", "shared_secret")]
    [InlineData("""{"overlap_hours":5}""", "overlap_hours")]
    [InlineData("""{"shared_secret":"s","overlap_hours":169}""", "overlap_hours")]
    [InlineData("""{"status":"stopped"}""", "status")]
    public async Task Patch_Wrong_IsRefusedByField(string body, string field)
    {
        var (shop, id) = await Subscribed();

        var patched = await Patch(shop, id, body);

        (patched.Status, patched.Field).ShouldBe((422, field));
    }

    [Fact]
    public async Task Settings_WithAPreviousSecret_ShowItMaskedAndTakeTheMaskBack()
    {
        var (shop, id) = await Subscribed();
        (await Patch(shop, id, $$"""{"shared_secret":"{{Second}}"}""")).Ok();
        var read = (await checkout.Admin(HttpMethod.Get, shop, "settings")).Ok();
        read.Json.ToJsonString().ShouldNotContain(First["whsec_".Length..]);

        (await checkout.Admin(HttpMethod.Put, shop, "settings", read.Data.ToJsonString(), ifMatch: read.ETag)).Ok();

        (await Stored(shop)).PreviousSecret.ShouldBe(First);
    }

    private async Task<(string Shop, string Id)> Subscribed()
    {
        var shop = await checkout.NewShop();
        var made = await checkout.Admin(
            HttpMethod.Post,
            shop,
            "webhooks",
            $$"""{"webhook_topic_id":4,"callback_url":"{{merchant.Url}}/hooks","shared_secret":"{{First}}"}"""
        );
        return (shop, made.Ok().Data["id"]!.GetValue<string>());
    }

    private Task<Answer> Patch(string shop, string id, string body) => checkout.Admin(HttpMethod.Patch, shop, $"webhooks/{id}", body);

    private async Task<Shopper> Canceled(string shop)
    {
        var shopper = await Shopper.Begin(checkout, shop);
        (await shopper.BackOffice(HttpMethod.Post, "/cancel", """{"reason":"test"}""")).Ok();
        await checkout.Settle(shopper);
        return shopper;
    }

    private async Task Minutes(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
            await checkout.Pass(TimeSpan.FromMinutes(1));
    }

    private async Task<WebhookSubscription> Stored(string shop) =>
        (await checkout.Service<IShops>().Load(shop, default))!.Shop.Webhooks.Single();

    private static string OrderOf(Heard heard) => heard.Json["public_order_id"]!.GetValue<string>();

    private static string[] SignaturesOf(Heard heard) => heard.Headers["webhook-signature"].Split(' ');

    private static string Expected(Heard heard, string secret) =>
        new StandardWebhooks.StandardWebhook(secret).Sign(
            heard.Headers["webhook-id"],
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(heard.Headers["webhook-timestamp"])),
            heard.Text
        );
}
