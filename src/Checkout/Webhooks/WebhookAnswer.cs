using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>What became of one try to deliver a message.</summary>
/// <param name="Failure">Null when it was taken; otherwise why not, in words fit for a dead letter.</param>
public sealed record WebhookAnswer(string? Failure)
{
    /// <summary>Enough to see what a server complains of.</summary>
    public const int LongestExcerpt = 1024;

    public static readonly WebhookAnswer Taken = new((string?)null);

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>How long the server asks to be left alone (Retry-After); null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The beginning of the answer's body, at most <see cref="LongestExcerpt"/> characters.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>The try as it is listed; null where it was not written down.</summary>
    public WebhookDelivery? Listed { get; init; }

    /// <summary>The server is gone for good and wants no more.</summary>
    public bool IsGone => Status == 410;

    internal Delivery Delivery => new(Failure) { RetryAfter = RetryAfter };
}
