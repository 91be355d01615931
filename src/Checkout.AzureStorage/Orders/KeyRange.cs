using Azure.Data.Tables;

namespace Checkout.AzureStorage.Orders;

/// <summary>Row keys of a partition from one on, up to another that is no longer in it.</summary>
internal readonly record struct KeyRange(string From, string To)
{
    public static KeyRange Of(string prefix) => new(prefix, OrderKeys.Behind(prefix));

    public bool Has(string key) => string.CompareOrdinal(key, From) >= 0 && string.CompareOrdinal(key, To) < 0;

    /// <param name="after">The last key that was read; null begins with the first.</param>
    public string After(string partition, string? after) =>
        after is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {From} and RowKey lt {To}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {To}");
}
