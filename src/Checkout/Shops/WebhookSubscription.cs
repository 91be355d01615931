namespace Checkout.Shops;

/// <param name="SharedSecret">A secret reference.</param>
public sealed record WebhookSubscription(
    string Id,
    string Topic,
    string CallbackUrl,
    string SharedSecret,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>How long the secret before the present one signs beside it (docs/contract/webhooks.md#rotation).</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>The secret before the present one, a reference; null when it was never changed.</summary>
    public string? PreviousSecret { get; init; }

    /// <summary>Until when the previous secret signs too.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>Since when nothing is sent; null while it is.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Why nothing is sent; null while it is.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>The same secret again changes nothing: the one before it keeps its time.</summary>
    public WebhookSubscription Rotate(string secret, TimeSpan overlap, DateTimeOffset now) =>
        secret == SharedSecret
            ? this
            : this with
            {
                SharedSecret = secret,
                PreviousSecret = SharedSecret,
                PreviousSecretUntil = now + overlap,
            };

    public WebhookSubscription Stop(string reason, DateTimeOffset now) => this with { StoppedAt = now, StoppedBecause = reason };

    public WebhookSubscription Start() => this with { StoppedAt = null, StoppedBecause = null };

    /// <summary>References of the secrets that sign now, the present one first.</summary>
    public IEnumerable<string> SigningSecrets(DateTimeOffset now) =>
        PreviousSecret is { } previous && now < PreviousSecretUntil ? [SharedSecret, previous] : [SharedSecret];
}
