using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.Completing;

/// <param name="ClientSecret">Set when the shopper must confirm a payment first; the order then is not processed.</param>
public sealed record SubmittedOrder(Order Order, string? ClientSecret = null)
{
    /// <summary>Why the order was not placed. It then is as the shopper should see it before they try again.</summary>
    public ImmutableArray<Problem> Refused { get; init; } = [];
}
