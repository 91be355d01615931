namespace Checkout.Simulation;

/// <summary>The store answered 503, or the answer was lost: whether it did what it was asked is unknown.</summary>
internal sealed class StoreUnavailableException() : Exception("The store is unavailable.");
