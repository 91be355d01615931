using System.Collections.Immutable;
using Checkout.Http.Frame.Json;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>One try to deliver a message (docs/contract/administration.md#deliveries).</summary>
/// <param name="MessageId">What webhook-id said.</param>
/// <param name="PublicOrderId">Null for a test message.</param>
/// <param name="Attempt">Counts the tries of the message, from 1.</param>
/// <param name="HttpStatus">Null when there was no answer.</param>
/// <param name="Status">taken or failed.</param>
/// <param name="Failure">Why it was not taken.</param>
/// <param name="ResponseExcerpt">At most the first 1,024 characters of the answer.</param>
public sealed record WebhookDeliveryState(
    string Id,
    string MessageId,
    string? PublicOrderId,
    [property: WordsOf(typeof(WebhookTopic))] string Topic,
    string Url,
    DateTimeOffset At,
    int Attempt,
    [property: WordsOf(typeof(WebhookDeliveryState))] string Status,
    int? HttpStatus,
    long LatencyMs,
    string? Failure,
    string ResponseExcerpt
)
{
    public const string Taken = "taken";
    public const string Failed = "failed";

    public static WebhookDeliveryState Of(WebhookDelivery delivery) =>
        new(
            delivery.Id,
            delivery.Message.Id,
            delivery.PublicOrderId.Length > 0 ? delivery.PublicOrderId : null,
            delivery.Message.Topic,
            delivery.Url,
            delivery.At,
            delivery.Message.Attempts,
            delivery.Failure is null ? Taken : Failed,
            delivery.HttpStatus > 0 ? delivery.HttpStatus : null,
            delivery.LatencyMilliseconds,
            delivery.Failure,
            delivery.Excerpt
        );
}

/// <param name="Next">Where the next part begins; null when this is the last.</param>
public sealed record WebhookDeliveriesData(ImmutableArray<WebhookDeliveryState> Deliveries, string? Next);
