using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Changing.Taxes;

/// <summary>Taxes that somebody else calculated, in minor units.</summary>
/// <param name="Lines">Of all lines together.</param>
public sealed record TaxAmounts(ImmutableArray<Tax> Lines, ImmutableArray<Tax> Shipping);
