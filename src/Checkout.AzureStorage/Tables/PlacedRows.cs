using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>The rows that a filter finds, read some at a time, each with its place among those of other ranges.</summary>
/// <param name="placeOf">Grows with the keys of the rows.</param>
internal sealed class PlacedRows(TableClient table, string filter, Func<TableEntity, string> placeOf)
{
    private readonly Queue<TableEntity> rows = new();
    private string? continuation;
    private bool isAtEnd;

    /// <summary>Whether there is a next row, is not known until more are read.</summary>
    public bool IsDry => rows.Count == 0 && !isAtEnd;

    public bool IsUsedUp => rows.Count == 0 && isAtEnd;

    /// <summary>Of the next row; null where there is none, or none was read.</summary>
    public string? Place => rows.TryPeek(out var next) ? placeOf(next) : null;

    public TableEntity Take() => rows.Dequeue();

    /// <summary>One storage transaction.</summary>
    public async Task Read(int most, CancellationToken cancellation)
    {
        isAtEnd = true;
        var pages = table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).AsPages(continuation, most);
        await foreach (var page in pages)
        {
            foreach (var row in page.Values)
                rows.Enqueue(row);
            continuation = page.ContinuationToken;
            isAtEnd = continuation is null;
            return;
        }
    }
}
