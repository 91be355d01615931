using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>Several ranges of rows as one list.</summary>
internal static class MergedRows
{
    private const int MostRows = 1000;

    /// <param name="Last">The place behind which the next page begins; null when no row was read.</param>
    /// <param name="IsLast">There is nothing behind these.</param>
    public sealed record Found<T>(ImmutableArray<T> Items, string? Last, bool IsLast);

    /// <summary>
    /// The first rows by their places. As many as are asked for are read at first, since mostly all of them are wanted; a page
    /// that this does not fill reads a thousand at a time, and is left short when its transactions are used up.
    /// </summary>
    /// <param name="read">Null for a row that is not wanted.</param>
    public static async Task<Found<T>> Page<T>(
        IReadOnlyList<PlacedRows> ranges,
        Func<TableEntity, T?> read,
        int limit,
        int mostTransactions,
        CancellationToken cancellation
    )
        where T : class
    {
        var found = ImmutableArray.CreateBuilder<T>();
        string? last = null;
        var left = mostTransactions;
        var rows = Math.Min(limit + 1, MostRows);
        while (found.Count < limit)
        {
            var dry = ranges.Where(range => range.IsDry).ToList();
            if (dry.Count > left)
                break;
            if (dry.Count > 0)
            {
                await Task.WhenAll(dry.Select(range => range.Read(rows, cancellation)));
                left -= dry.Count;
                rows = MostRows;
                continue;
            }

            if (ranges.Where(range => range.Place is not null).MinBy(range => range.Place, StringComparer.Ordinal) is not { } next)
                break;
            last = next.Place;
            if (read(next.Take()) is { } item)
                found.Add(item);
        }

        return new Found<T>(found.ToImmutable(), last, ranges.All(range => range.IsUsedUp));
    }
}
