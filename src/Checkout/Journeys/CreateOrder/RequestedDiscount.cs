using System.Collections.Immutable;
using Checkout.Money;

namespace Checkout.Journeys.CreateOrder;

/// <summary>An existing code, or a new discount of the client's own.</summary>
/// <param name="Value">Minor units when fixed, per cent when a percentage.</param>
public sealed record RequestedDiscount(string? Code, AmountKind Kind = AmountKind.Fixed, decimal Value = 0, string Text = "")
{
    public ImmutableArray<string> LineItemKeys { get; init; } = [];
}
