using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;
using Checkout.Viewing;
using Checkout.Webhooks;

namespace Checkout.Http.Dialects.Bold;

/// <summary>
/// What a webhook carries. <c>application_state</c> follows as the last member, the order as clients see it, so that
/// <c>application_state.customer</c> is where connectors look for it.
/// </summary>
public sealed record WebhookBody
{
    /// <summary>The form of the body; another one gets another number.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The event: the same for every webhook that is told of it.</summary>
    public required string Id { get; init; }
    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>Counts the events of the order, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>True in a test message, which is about no order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Test { get; init; }

    [WordsOf(typeof(WebhookTopic))]
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

    /// <summary>Why the gateway or the card refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FailureCode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WebhookAlert? Alert { get; init; }

    /// <summary>With order/fulfilled: partial, or fulfilled when every unit is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [WordsOf(typeof(FulfillmentWords))]
    public string? FulfillmentStatus { get; init; }

    /// <summary>With order/fulfilled: the units of this step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<WebhookLine>? LineItems { get; init; }

    /// <summary>With order/split: the orders that the platform got.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<WebhookPart>? Orders { get; init; }
}

public sealed record WebhookLine(string LineItemKey, int Quantity);

/// <param name="OrderTotal">Minor units; those of all parts are the order's.</param>
public sealed record WebhookPart(string PublicOrderId, long OrderId, long OrderTotal, ImmutableArray<WebhookLine> LineItems)
{
    internal static WebhookPart Of(Order part) =>
        new(
            part.PublicOrderId,
            part.OrderId,
            OrderPrice.Of(part).Total,
            [.. part.LineItems.Select(line => new WebhookLine(line.Key, line.Quantity))]
        );
}

/// <param name="Kind">dispute, fraud_warning or review.</param>
/// <param name="Status">In the gateway's words, as <paramref name="Reason"/>.</param>
/// <param name="Reference">The gateway's id of it.</param>
public sealed record WebhookAlert([property: WordsOf(typeof(PaymentAlert))] string Kind, string Status, string Reason, string Reference)
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
                Id = $"{order.PublicOrderId}-{order.EventCount}",
                Sequence = order.EventCount,
                Test = notice.IsTest,
                Topic = notice.Topic,
                ShopIdentifier = order.ShopIdentifier,
                PublicOrderId = order.PublicOrderId,
                OrderId = order.OrderId,
                PlatformOrderId = order.PlatformOrderId,
                ResumableLink = order.ResumableLink,
                CreatedAt = at,
                Data = DataOf(order, notice),
            },
            WireJson.Of<WebhookBody>()
        );

    private static WebhookData DataOf(Order order, OrderNotice notice) =>
        new(notice.Topic[(notice.Topic.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            PaymentId = notice.Payment?.Id,
            TransactionId = notice.Transaction?.GatewayReference ?? notice.Transaction?.Id,
            Amount = notice.Transaction?.Amount ?? notice.Alert?.Amount,
            Currency = CurrencyOf(notice),
            FailureCode = notice.Transaction is { Status: TransactionStatus.Failed } failed ? failed.FailureCode : null,
            Alert = WebhookAlert.Of(notice.Alert),
            FulfillmentStatus = notice.Fulfilled.IsEmpty ? null : FulfillmentWords.Of(order),
            LineItems = notice.Fulfilled.IsEmpty
                ? null
                : [.. notice.Fulfilled.Select(line => new WebhookLine(line.LineItemKey, line.Quantity))],
            Orders = notice.Parts.IsEmpty ? null : [.. notice.Parts.Select(WebhookPart.Of)],
        };

    /// <summary>Of the amount that the notice tells; null when it tells none.</summary>
    private static string? CurrencyOf(OrderNotice notice) =>
        notice.Transaction?.Currency ?? (notice.Alert is null ? null : notice.Payment?.Currency);
}
