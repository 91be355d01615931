using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.Reserving;

/// <param name="Order">The order with what is to be kept of the answer; the same when nothing is.</param>
/// <param name="IsEnabled">False when the shop does not check.</param>
public sealed record AvailabilityAnswer(Order Order, bool IsEnabled, ImmutableArray<Shortage> Shortages)
{
    public bool Passes => Shortages.IsEmpty;

    /// <summary>Why an order with these shortages is not placed; empty when it passes.</summary>
    public ImmutableArray<Problem> Problems =>
        [.. Shortages.Select(s => Problem.Order("inventory", $"Only {s.Available} of {s.Sku} left.", "insufficient_stock"))];
}
