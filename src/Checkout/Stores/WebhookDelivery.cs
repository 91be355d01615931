using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>One try to deliver a message to a webhook, and what came of it.</summary>
/// <param name="Message">As it was sent; its destination is the webhook.</param>
/// <param name="PublicOrderId">Empty for a test message, which is about no order.</param>
/// <param name="At">When it was tried.</param>
public sealed record WebhookDelivery(OutboxMessage Message, string PublicOrderId, string Url, DateTimeOffset At)
{
    /// <summary>How long deliveries are listed (docs/contract/administration.md#deliveries).</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Sorts by time.</summary>
    public string Id => $"{At.UtcTicks:D19}-{Message.Id}";

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int HttpStatus { get; init; }
    public long LatencyMilliseconds { get; init; }

    /// <summary>Why it was not taken; null when it was.</summary>
    public string? Failure { get; init; }

    /// <summary>The beginning of the answer.</summary>
    public string Excerpt { get; init; } = "";
}
