using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>What was found out about an offered payment before it is decided on.</summary>
/// <param name="Saved">The customer's saved method that the token names.</param>
/// <param name="Card">The gift card that the token names.</param>
public sealed record KnownTender(SavedPaymentMethod? Saved = null, GiftCard? Card = null);
