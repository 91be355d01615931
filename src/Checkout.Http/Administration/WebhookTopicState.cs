using System.Globalization;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed record WebhookTopicState(int WebhookTopicId, [property: WordsOf(typeof(WebhookTopic))] string WebhookTopicName)
{
    /// <summary>Null when there is none of that id.</summary>
    internal static WebhookTopic? Find(string? id) =>
        WebhookTopic.All.FirstOrDefault(topic => topic.Id.ToString(CultureInfo.InvariantCulture) == id);
}

/// <param name="Status">active, or stopped when its server answered 410.</param>
/// <param name="PreviousSecretUntil">Until when the secret before the present one signs too.</param>
public sealed record WebhookState(
    string Id,
    int WebhookTopicId,
    string WebhookTopicName,
    string CallbackUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string Status,
    DateTimeOffset? StoppedAt,
    string? StoppedBecause,
    DateTimeOffset? PreviousSecretUntil
)
{
    public static WebhookState Of(WebhookSubscription webhook, DateTimeOffset now) =>
        new(
            webhook.Id,
            WebhookTopic.All.FirstOrDefault(t => t.Name == webhook.Topic)?.Id ?? 0,
            webhook.Topic,
            webhook.CallbackUrl,
            webhook.CreatedAt,
            webhook.UpdatedAt,
            webhook.StoppedAt is null ? "active" : "stopped",
            webhook.StoppedAt,
            webhook.StoppedBecause,
            webhook.PreviousSecretUntil > now ? webhook.PreviousSecretUntil : null
        );
}

/// <param name="SharedSecret">Left out, the secret of integration/config signs.</param>
public sealed record CreateWebhookRequest(
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? WebhookTopicId,
    string? CallbackUrl,
    string? SharedSecret
);
