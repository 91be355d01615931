using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed record WebhookTopicState(int WebhookTopicId, string WebhookTopicName);

public sealed record WebhookState(
    string Id,
    int WebhookTopicId,
    string WebhookTopicName,
    string CallbackUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    public static WebhookState Of(WebhookSubscription webhook) =>
        new(
            webhook.Id,
            WebhookTopic.All.FirstOrDefault(t => t.Name == webhook.Topic)?.Id ?? 0,
            webhook.Topic,
            webhook.CallbackUrl,
            webhook.CreatedAt,
            webhook.UpdatedAt
        );
}

/// <param name="SharedSecret">Left out, the secret of integration/config signs.</param>
public sealed record CreateWebhookRequest(
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? WebhookTopicId,
    string? CallbackUrl,
    string? SharedSecret
);
