using Azure;
using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>A counter as it was read.</summary>
/// <param name="Row">Not to be written to: <see cref="With"/> makes another.</param>
/// <param name="Waiting">What was put back since the counter was last written.</param>
internal sealed record CounterRow(TableEntity Row, IReadOnlyList<TableEntity> Waiting)
{
    /// <summary>A group write holds a hundred rows.</summary>
    private const int MostTakenIn = 90;

    public long Total => checked(Written + Sum(Waiting));

    /// <summary>The rows that the next write of the counter takes in, and which are to be deleted with it.</summary>
    public IReadOnlyList<TableEntity> TakenIn => [.. Waiting.Take(MostTakenIn)];

    private long Written => Row.GetInt64(CountedMoves.Amount)!.Value;

    /// <summary>The row with what waits beside it and what is added.</summary>
    /// <param name="columns">Further columns; null takes one away.</param>
    public TableEntity With(long delta, IReadOnlyDictionary<string, object?> columns)
    {
        var next = new TableEntity(Row) { [CountedMoves.Amount] = checked(Written + Sum(TakenIn) + delta) };
        foreach (var (column, value) in columns)
            next[column] = value;
        return next;
    }

    /// <summary>What is there once that row is written.</summary>
    public CounterRow After(TableEntity row, ETag etag) => new(new TableEntity(row) { ETag = etag }, [.. Waiting.Skip(MostTakenIn)]);

    private static long Sum(IEnumerable<TableEntity> rows) => rows.Sum(row => row.GetInt64(CountedMoves.Amount)!.Value);
}
