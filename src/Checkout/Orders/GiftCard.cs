namespace Checkout.Orders;

/// <summary>A stored-value card. Amounts in minor units.</summary>
public sealed record GiftCard(string Code, string Currency, long Balance, DateTimeOffset? ExpiresAt, DateTimeOffset? PurchasedAt);
