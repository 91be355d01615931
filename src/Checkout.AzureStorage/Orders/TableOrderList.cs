using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.AzureStorage.Orders;

/// <summary>
/// Reads the rows of <see cref="OrderKeys"/>: a page is a range of keys that begins behind the last row of the page before, or
/// two, of placed and of canceled orders, read as one. What has no range of its own is filtered here, over at most two thousand
/// rows a page and a few.
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
        var list = ListOf(query);
        if (asked.After is { } after && !KeyRange.Of(list).Has(after))
            return Problem.Invalid("cursor", "cursor is none of this list.");
        return await Read(shop, list, query, asked, cancellation);
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
        string list,
        OrderQuery query,
        PageRequest asked,
        CancellationToken cancellation
    )
    {
        var after = asked.After?[list.Length..];
        var ranges = PrefixesOf(list, query)
            .Select(prefix => new PlacedRows(
                tables.Lookup,
                RangeOf(prefix, query).After(TableKey.Of(shop), after is null ? null : prefix + after),
                row => row.RowKey[prefix.Length..]
            ))
            .ToList();
        var page = await MergedRows.Page(
            ranges,
            row => OrderLine.Read(row) is { } line && query.Matches(line) ? line : null,
            asked.Limit,
            IOrderList.MostTransactions,
            cancellation
        );
        return new PageOf<OrderSummary>(page.Items, page.IsLast ? null : list + (page.Last ?? after));
    }

    /// <summary>The prefix of the list that the query is about. Every cursor of the list begins with it.</summary>
    private static string ListOf(OrderQuery query) =>
        query.EmailAddress is { } address ? OrderKeys.Email(address)
        : query.ListsOpen ? OrderKeys.Open
        : OrderKeys.Done;

    /// <summary>The rows that hold what is asked for, and as little else as there can be.</summary>
    private static IEnumerable<string> PrefixesOf(string list, OrderQuery query)
    {
        if (query.HasKey || query is { OrderStatus: null, FinancialStatus: null, FulfillmentStatus: null } || AsksForUsual(query))
            return [list];
        string[] statuses = query.ListsOpen ? [OrderWords.Open, OrderWords.Processing] : [OrderWords.Placed, OrderWords.Canceled];
        return statuses
            .Where(status => query.OrderStatus is null || query.OrderStatus == status)
            .Select(status => OrderKeys.Words(status, query.FinancialStatus, query.FulfillmentStatus));
    }

    /// <summary>Nearly all open orders are asked for.</summary>
    private static bool AsksForUsual(OrderQuery query) =>
        query.ListsOpen
        && query.OrderStatus is null or OrderWords.Open
        && query.FinancialStatus is null or FinancialWords.Pending
        && query.FulfillmentStatus is null or FulfillmentWords.Unfulfilled;

    private static KeyRange RangeOf(string prefix, OrderQuery query)
    {
        var all = KeyRange.Of(prefix);
        if (query.HasKey || query.ListsOpen)
            return all;

        // Newest first: the end of the time that is asked for comes first.
        return new KeyRange(
            query.To is { } to ? OrderKeys.Behind($"{prefix}{OrderKeys.DoneAt(to)}-") : all.From,
            query.From is { } from ? OrderKeys.Behind($"{prefix}{OrderKeys.DoneAt(from)}-") : all.To
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
