using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>A change by hand, decided on what is there at that moment.</summary>
/// <param name="Delta">What is added; nothing when only columns of the counter change.</param>
internal sealed record CountedChange(long Delta, string Kind, string? Reason)
{
    /// <summary>Further columns of the counter; null takes one away.</summary>
    public IReadOnlyDictionary<string, object?> Columns { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}

/// <param name="Was">What was there right before.</param>
internal sealed record ChangedCounter(long Was, long Now, TableEntity Row);
