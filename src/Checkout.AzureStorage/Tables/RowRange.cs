using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>A part of the neighboring rows of a partition.</summary>
/// <param name="IsLast">Nothing is left behind these rows.</param>
internal sealed record RowRange(IReadOnlyList<TableEntity> Rows, bool IsLast)
{
    /// <summary>Sorts behind every character of a key.</summary>
    public const string End = "~";

    /// <summary>The rows whose keys begin with the prefix, one storage transaction.</summary>
    /// <param name="after">The key behind which they begin; null begins with the first.</param>
    public static async Task<RowRange> Of(
        TableClient table,
        string partition,
        string prefix,
        string? after,
        int count,
        CancellationToken cancellation
    )
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey gt {Later(after, prefix)} and RowKey lt {prefix + End}"
        );
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: count + 1, cancellationToken: cancellation))
        {
            if (rows.Count == count)
                return new RowRange(rows, IsLast: false);
            rows.Add(row);
        }

        return new RowRange(rows, IsLast: true);
    }

    /// <summary>No cursor leads out of the range.</summary>
    private static string Later(string? after, string prefix) =>
        after is not null && string.CompareOrdinal(after, prefix) > 0 ? after : prefix;
}
