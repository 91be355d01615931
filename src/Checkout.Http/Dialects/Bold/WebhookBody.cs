using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Webhooks;

namespace Checkout.Http.Dialects.Bold;

/// <summary>
/// What a webhook carries. <c>application_state</c> follows as the last member, the order as clients see it, so that
/// <c>application_state.customer</c> is where connectors look for it.
/// </summary>
public sealed record WebhookBody
{
    public required string Topic { get; init; }
    public required string ShopIdentifier { get; init; }
    public required string PublicOrderId { get; init; }
    public required long OrderId { get; init; }
    public required string? PlatformOrderId { get; init; }
    public required string? ResumableLink { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required WebhookData Data { get; init; }
}

/// <param name="Type">The second half of the topic: processed, created, captured, …</param>
public sealed record WebhookData(string Type)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PaymentId { get; init; }

    /// <summary>The one in the answers to money calls: the gateway's own where it gave one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TransactionId { get; init; }

    /// <summary>Minor units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Amount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WebhookAlert? Alert { get; init; }
}

/// <param name="Kind">dispute, fraud_warning or review.</param>
/// <param name="Status">In the gateway's words, as <paramref name="Reason"/>.</param>
/// <param name="Reference">The gateway's id of it.</param>
public sealed record WebhookAlert(string Kind, string Status, string Reason, string Reference)
{
    internal static WebhookAlert? Of(PaymentAlert? alert) =>
        alert is null ? null : new WebhookAlert(alert.Kind, alert.Status, alert.Reason, alert.Reference);
}

/// <summary>Writes webhooks' bodies.</summary>
public sealed class WebhookBodies : IWebhookBodies
{
    public string WriteShared(Order order) =>
        $",\"application_state\":{JsonSerializer.Serialize(ApplicationState.Of(order), WireJson.Of<ApplicationState>())}";

    public string Write(Order order, OrderNotice notice, DateTimeOffset at) =>
        JsonSerializer.Serialize(
            new WebhookBody
            {
                Topic = notice.Topic,
                ShopIdentifier = order.ShopIdentifier,
                PublicOrderId = order.PublicOrderId,
                OrderId = order.OrderId,
                PlatformOrderId = order.PlatformOrderId,
                ResumableLink = order.ResumableLink,
                CreatedAt = at,
                Data = new WebhookData(notice.Topic[(notice.Topic.IndexOf('/', StringComparison.Ordinal) + 1)..])
                {
                    PaymentId = notice.Payment?.Id,
                    TransactionId = notice.Transaction?.GatewayReference ?? notice.Transaction?.Id,
                    Amount = notice.Transaction?.Amount ?? notice.Alert?.Amount,
                    Currency = notice.Transaction?.Currency ?? (notice.Alert is null ? null : notice.Payment?.Currency),
                    Alert = WebhookAlert.Of(notice.Alert),
                },
            },
            WireJson.Of<WebhookBody>()
        );
}
