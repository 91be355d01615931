using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Checkout.Http.Json;
using Checkout.Shops;
using Checkout.WakeUps;
using Checkout.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed record WebhookTopicState(int WebhookTopicId, string WebhookTopicName);

public sealed record WebhookState(string Id, int WebhookTopicId, string WebhookTopicName, string CallbackUrl, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static WebhookState Of(WebhookSubscription webhook) => new(
        webhook.Id, WebhookTopic.All.FirstOrDefault(t => t.Name == webhook.Topic)?.Id ?? 0, webhook.Topic, webhook.CallbackUrl, webhook.CreatedAt, webhook.UpdatedAt);
}

/// <param name="SharedSecret">Left out, the secret of integration/config signs.</param>
public sealed record CreateWebhookRequest([property: JsonConverter(typeof(TextOrNumberConverter))] string? WebhookTopicId, string? CallbackUrl, string? SharedSecret);

public sealed class GetWebhookTopicsEndpoint : ISlice
{
    public Task<IResult> Handle(Call call) =>
        Task.FromResult(Answers.Data<ImmutableArray<WebhookTopicState>>([.. WebhookTopic.All.Select(t => new WebhookTopicState(t.Id, t.Name))]));
}

public sealed class GetWebhooksEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data<ImmutableArray<WebhookState>>([.. stored.Shop.Webhooks.Select(WebhookState.Of)])
        : Answers.Refused(Problem.NotFound());
}

public sealed class CreateWebhookEndpoint(ShopEditor editor, IIdSource ids, TimeProvider time) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<CreateWebhookRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var topic = WebhookTopic.All.FirstOrDefault(t => t.Id.ToString(CultureInfo.InvariantCulture) == body.Value.WebhookTopicId);
        var fields = new Fields().Required("callback_url", body.Value.CallbackUrl, 2048).Check(topic is not null, "webhook_topic_id", "There is no such topic.");
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var (id, now) = (ids.Ulid(), time.GetUtcNow());
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => (body.Value.SharedSecret ?? shop.PlatformConnector.SharedSecret) is { Length: > 0 } secret
                ? shop with { Webhooks = shop.Webhooks.Add(new WebhookSubscription(id, topic!.Name, body.Value.CallbackUrl!, secret, now, now)) }
                : Problem.Invalid("shared_secret", "Send shared_secret, here or to integration/config.", "required"),
            call.Cancellation);
        return Answers.Of(changed.InTheNamesOf("webhooks"), shop => WebhookState.Of(shop.Webhooks.First(w => w.Id == id)));
    }
}

public sealed class DeleteWebhookEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.Webhooks.FirstOrDefault(w => w.Id == id) is { } webhook
                ? shop with { Webhooks = shop.Webhooks.Remove(webhook) }
                : Problem.NotFound("There is no such webhook."),
            call.Cancellation);
        return Answers.Of<Shop, ImmutableArray<WebhookState>>(changed, shop => [.. shop.Webhooks.Select(WebhookState.Of)]);
    }
}

/// <param name="WebhookId">What x-bold-webhook-id said.</param>
public sealed record DeadLetterState(string Id, string WebhookId, string PublicOrderId, string Topic, string Destination, int Attempts, string Reason, DateTimeOffset CreatedAt, DateTimeOffset At)
{
    public static DeadLetterState Of(DeadLetter letter) => new(
        letter.Id, letter.Message.Id, letter.PublicOrderId, letter.Message.Topic, letter.Message.Destination, letter.Message.Attempts, letter.Reason, letter.Message.CreatedAt, letter.At);
}

/// <summary>Messages that nobody took for 48 hours, oldest first, a page at a time; the next begins behind the last id of this one.</summary>
public sealed class GetDeadLettersEndpoint(IOutbox outbox) : ISlice
{
    public const string After = "after";
    public const int Page = 100;

    public async Task<IResult> Handle(Call call) => Answers.Data<ImmutableArray<DeadLetterState>>(
        [.. (await outbox.DeadLetters(call.Route(RouteNames.Shop), call.Parameter(After), Page, call.Cancellation)).Select(DeadLetterState.Of)]);
}

/// <summary>Puts a dead letter back into its order's outbox.</summary>
public sealed class ReplayDeadLetterEndpoint(IOutbox outbox, IWakeUps wakeUps, PromptWakeUps prompt, TimeProvider time) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var shop = call.Route(RouteNames.Shop);
        if (await outbox.DeadLetter(shop, call.Route(AdministrationRoutes.Id), call.Cancellation) is not { } letter)
            return Answers.Refused(Problem.NotFound("There is no such dead letter."));

        // The wake-up first: without it a replayed message could wait for the order's next one.
        var wakeUp = new WakeUp(letter.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow() + NoticingOrderStore.Head);
        await wakeUps.Set(wakeUp, call.Cancellation);
        await outbox.Replay(shop, letter, call.Cancellation);
        prompt.Take(wakeUp);
        return Answers.Data(DeadLetterState.Of(letter));
    }
}
