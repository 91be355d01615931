using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>A counter as it was read.</summary>
/// <param name="Waiting">What was put back since the counter was last written.</param>
internal sealed record CounterRow(TableEntity Row, IReadOnlyList<TableEntity> Waiting)
{
    /// <summary>A group write holds a hundred rows.</summary>
    private const int MostTakenIn = 90;

    public long Total => checked(Written + Sum(Waiting));

    private long Written => Row.GetInt64(CountedMoves.Amount)!.Value;

    /// <summary>Puts into the row what waits beside it and what is added; the rows that are answered are to be deleted with it.</summary>
    public IReadOnlyList<TableEntity> TakeIn(long delta)
    {
        var takenIn = Waiting.Take(MostTakenIn).ToList();
        Row[CountedMoves.Amount] = checked(Written + Sum(takenIn) + delta);
        return takenIn;
    }

    private static long Sum(IEnumerable<TableEntity> rows) => rows.Sum(row => row.GetInt64(CountedMoves.Amount)!.Value);
}
