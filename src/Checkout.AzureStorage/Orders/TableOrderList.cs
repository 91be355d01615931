using System.Collections.Immutable;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.AzureStorage.Orders;

/// <summary>
/// Reads the rows of <see cref="OrderKeys"/>: a page is a range of keys that begins behind the last row of the page before. What
/// has no range of its own is filtered here, over at most three thousand rows a page.
/// </summary>
public sealed class TableOrderList(CheckoutTables tables) : IOrderList
{
    private const int MostRows = 1000;

    /// <summary>The digits of <see cref="OrderKeys.Number"/>, and the character behind them.</summary>
    private static readonly KeyRange Numbers = new("0", ":");

    public async Task<Result<PageOf<OrderSummary>>> Find(string shop, OrderQuery query, PageRequest asked, CancellationToken cancellation)
    {
        if (query.OrderId is { } number)
            return Matching(query, OrderKeys.IsNumber(number) ? [await Own(shop, OrderKeys.Number(number), cancellation)] : []);
        if (PointerOf(query) is { } pointer)
            return Matching(query, await Pointed(shop, pointer, cancellation));
        var range = RangeOf(query);
        if (asked.After is { } after && !range.Has(after))
            return Problem.Invalid("cursor", "cursor is none of this list.");
        return await Read(shop, range, query, asked, cancellation);
    }

    public async Task<Result<PageOf<string>>> All(string shop, PageRequest asked, CancellationToken cancellation)
    {
        if (asked.After is { } after && !Numbers.Has(after))
            return Problem.Invalid("cursor", "cursor is none of this list.");
        var pages = tables
            .Lookup.QueryAsync<TableEntity>(
                Numbers.After(TableKey.Of(shop), asked.After),
                select: ["RowKey", OrderLine.PublicOrderId],
                cancellationToken: cancellation
            )
            .AsPages(pageSizeHint: asked.Limit);
        await foreach (var page in pages)
            return new PageOf<string>(
                [.. page.Values.Select(row => row.GetString(OrderLine.PublicOrderId))],
                page.ContinuationToken is null ? null : page.Values.Select(row => row.RowKey).LastOrDefault(asked.After ?? Numbers.From)
            );
        return new PageOf<string>([], null);
    }

    public async Task<int> CountOpen(string shop, int most, CancellationToken cancellation)
    {
        var count = 0;
        var pages = tables
            .Lookup.QueryAsync<TableEntity>(
                KeyRange.Of(OrderKeys.Open).After(TableKey.Of(shop), null),
                select: ["RowKey"],
                cancellationToken: cancellation
            )
            .AsPages(pageSizeHint: Math.Min(most, MostRows));
        await foreach (var page in pages)
        {
            count += page.Values.Count;
            if (count >= most)
                return most;
        }

        return count;
    }

    private async Task<PageOf<OrderSummary>> Read(
        string shop,
        KeyRange range,
        OrderQuery query,
        PageRequest asked,
        CancellationToken cancellation
    )
    {
        var found = ImmutableArray.CreateBuilder<OrderSummary>();
        var last = asked.After ?? range.From;
        var transactions = 0;
        var pages = tables
            .Lookup.QueryAsync<TableEntity>(range.After(TableKey.Of(shop), asked.After), cancellationToken: cancellation)
            .AsPages(pageSizeHint: IsSorted(query) ? Math.Min(asked.Limit + 1, MostRows) : MostRows);
        await foreach (var page in pages)
        {
            foreach (var row in page.Values)
            {
                if (found.Count == asked.Limit)
                    return new PageOf<OrderSummary>(found.ToImmutable(), last);
                last = row.RowKey;
                if (OrderLine.Read(row) is { } line && query.Matches(line))
                    found.Add(line);
            }

            if (page.ContinuationToken is not null && (found.Count == asked.Limit || ++transactions == IOrderList.MostTransactions))
                return new PageOf<OrderSummary>(found.ToImmutable(), last);
        }

        return new PageOf<OrderSummary>(found.ToImmutable(), null);
    }

    /// <summary>The range holds what is asked for and nothing else.</summary>
    private static bool IsSorted(OrderQuery query) =>
        (query.HasKey ? query is { Open: null, From: null, To: null } : !query.ListsOpen || query is { From: null, To: null })
        && query is { OrderStatus: null, FinancialStatus: null, FulfillmentStatus: null, MinTotal: null, MaxTotal: null };

    private static KeyRange RangeOf(OrderQuery query)
    {
        if (query.EmailAddress is { } address)
            return KeyRange.Of(OrderKeys.Email(address));
        if (query.ListsOpen)
            return KeyRange.Of(OrderKeys.Open);

        // Newest first: the end of the time that is asked for comes first.
        var all = KeyRange.Of(OrderKeys.Done);
        return new KeyRange(
            query.To is { } to ? OrderKeys.Behind(OrderKeys.DoneAt(to) + "-") : all.From,
            query.From is { } from ? OrderKeys.Behind(OrderKeys.DoneAt(from) + "-") : all.To
        );
    }

    private static string? PointerOf(OrderQuery query) =>
        query.OrderNumber is { } number ? OrderKeys.Short(number)
        : query.PublicOrderId is { } id ? OrderKeys.Short(OrderNumber.Of(id))
        : query.PlatformOrderId is { } platform ? OrderKeys.Platform(platform)
        : null;

    /// <summary>The orders under one pointer: one, or two that share a short number.</summary>
    private async Task<IEnumerable<OrderSummary?>> Pointed(string shop, string pointer, CancellationToken cancellation)
    {
        var keys = new List<string>();
        var pages = tables
            .Lookup.QueryAsync<TableEntity>(
                KeyRange.Of(pointer).After(TableKey.Of(shop), null),
                select: ["RowKey"],
                cancellationToken: cancellation
            )
            .AsPages(pageSizeHint: IOrderList.MostTransactions - 1);
        await foreach (var page in pages)
        {
            keys.AddRange(page.Values.Select(row => row.RowKey[pointer.Length..]));
            break;
        }

        return await Task.WhenAll(keys.Select(key => Own(shop, key, cancellation)));
    }

    private async Task<OrderSummary?> Own(string shop, string key, CancellationToken cancellation)
    {
        var row = await tables.Lookup.GetEntityIfExistsAsync<TableEntity>(TableKey.Of(shop), key, cancellationToken: cancellation);
        return row.HasValue ? OrderLine.Read(row.Value!) : null;
    }

    private static PageOf<OrderSummary> Matching(OrderQuery query, IEnumerable<OrderSummary?> orders) =>
        new([.. orders.OfType<OrderSummary>().Where(query.Matches)], null);
}
