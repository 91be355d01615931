using System.Collections.Immutable;

namespace Checkout.Orders;

/// <param name="Condition">The media query under which the rules hold, judged by the shop's window.</param>
public sealed record MediaStyles(string Condition, ImmutableArray<string> Rules);
