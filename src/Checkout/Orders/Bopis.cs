using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>Buy online, pick up in store: sections of the checkout page to hide.</summary>
public sealed record Bopis(bool Enabled, ImmutableDictionary<string, bool> HiddenSections);
