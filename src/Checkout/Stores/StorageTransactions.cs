namespace Checkout.Stores;

/// <summary>
/// How many storage transactions a piece of work costs. Whoever wants to know opens a scope; the storage adapter counts
/// every request it sends, retries included, into the scopes that are open around it.
/// </summary>
public static class StorageTransactions
{
    private static readonly AsyncLocal<StorageTransactionCount?> Innermost = new();

    /// <summary>Begins to count; dispose to end.</summary>
    /// <param name="endpoint">A name for the work, which tags the metric; an inner scope without one takes the outer's.</param>
    public static StorageTransactionCount Count(string? endpoint = null) =>
        Innermost.Value = new StorageTransactionCount(
            Innermost.Value,
            endpoint ?? Innermost.Value?.Endpoint,
            outer => Innermost.Value = outer
        );

    /// <summary>The name of the work being counted; null outside a scope.</summary>
    public static string? Endpoint => Innermost.Value?.Endpoint;

    /// <summary>One more request to storage; called by the adapter.</summary>
    public static void Add() => Innermost.Value?.Add();
}
