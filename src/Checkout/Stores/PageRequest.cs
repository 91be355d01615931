namespace Checkout.Stores;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">At most so many items.</param>
/// <param name="After">What the part before gave as <see cref="PageOf{T}.Next"/>; null asks for the first.</param>
public sealed record PageRequest(int Limit, string? After = null);
