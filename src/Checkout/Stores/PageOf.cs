using System.Collections.Immutable;

namespace Checkout.Stores;

/// <summary>A part of a list that may be long.</summary>
/// <param name="Next">Where the next part begins, in words of the store; null when this is the last.</param>
public sealed record PageOf<T>(ImmutableArray<T> Items, string? Next);
