using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.Completing;

/// <param name="ClientSecret">Set when the shopper must confirm a payment first; the order then is not processed.</param>
public sealed record SubmittedOrder(Order Order, string? ClientSecret = null);
