using System.Collections.Immutable;

namespace Checkout.Shops;

/// <param name="SharedSecret">A secret reference.</param>
public sealed record WebhookSubscription(
    string Id,
    string Topic,
    string CallbackUrl,
    string SharedSecret,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
