using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.Orders;

/// <summary>
/// Table <c>lookup</c>, a partition for each shop. The row key counts down, so the newest order comes first and a
/// number is still found by a point read; an open order has a second row under <c>open-</c>, which makes the list of
/// those one short range however many orders are done.
/// </summary>
public sealed class TableOrderLookup(CheckoutTables tables, ICrashPoints crash) : IOrderLookup
{
    private const long Highest = 1_000_000_000_000_000_000;
    private const string OpenPrefix = "open-";
    private const string PublicOrderId = "public_order_id";

    public async Task Add(Order order, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeLookupAdd);
        var number = Row(order, NumberRow(order.OrderId));
        if (order.IsListed)
        {
            await tables.Lookup.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.UpsertReplace, number),
                    new(TableTransactionActionType.UpsertReplace, Row(order, OpenRow(order))),
                ],
                cancellation
            );
        }
        else
        {
            await tables.Lookup.UpsertEntityAsync(number, TableUpdateMode.Replace, cancellation);
        }

        crash.Reach(CrashPoint.AfterLookupAdd);
    }

    public async Task Close(Order order, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeLookupClose);
        await tables.Lookup.DeleteEntityAsync(Partition(order.ShopIdentifier), OpenRow(order), ETag.All, cancellation);
        crash.Reach(CrashPoint.AfterLookupClose);
    }

    public Task<string?> FindByOrderId(string shop, long orderId, CancellationToken cancellation) =>
        orderId is > 0 and < Highest ? Find(shop, NumberRow(orderId), cancellation) : Task.FromResult<string?>(null);

    public async Task<IReadOnlyList<string>> NewestOpen(string shop, int count, CancellationToken cancellation)
    {
        var newest = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(shop)} and RowKey ge {OpenPrefix} and RowKey lt {"open."}");
        await foreach (var row in tables.Lookup.QueryAsync<TableEntity>(filter, Math.Clamp(count, 1, 1000), [PublicOrderId], cancellation))
        {
            if (newest.Count < count)
                newest.Add(row.GetString(PublicOrderId));
            if (newest.Count >= count)
                break;
        }

        return newest;
    }

    private async Task<string?> Find(string shop, string rowKey, CancellationToken cancellation)
    {
        var row = await tables.Lookup.GetEntityIfExistsAsync<TableEntity>(Partition(shop), rowKey, [PublicOrderId], cancellation);
        return row.HasValue ? row.Value!.GetString(PublicOrderId) : null;
    }

    private static TableEntity Row(Order order, string rowKey) =>
        new(Partition(order.ShopIdentifier), rowKey) { [PublicOrderId] = order.PublicOrderId };

    private static string Partition(string shop) => TableKey.Of(shop);

    private static string NumberRow(long orderId) => (Highest - orderId).ToString("D19", CultureInfo.InvariantCulture);

    private static string OpenRow(Order order) => OpenPrefix + NumberRow(order.OrderId);
}
