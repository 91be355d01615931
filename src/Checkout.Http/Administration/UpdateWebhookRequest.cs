using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;

namespace Checkout.Http.Administration;

/// <summary>What is left out stays as it is.</summary>
/// <param name="SharedSecret">The one before it signs too for <paramref name="OverlapHours"/>.</param>
/// <param name="OverlapHours">0 to 168; 24 when left out.</param>
/// <param name="Status">active sends again after the webhook was stopped.</param>
public sealed record UpdateWebhookRequest(
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? WebhookTopicId,
    string? CallbackUrl,
    string? SharedSecret,
    int? OverlapHours,
    string? Status
);
