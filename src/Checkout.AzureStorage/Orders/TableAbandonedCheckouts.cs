using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.Orders;

/// <summary>Open orders by shopper in table <c>lookup</c>: a partition for each shop and e-mail address, by hash.</summary>
public sealed class TableAbandonedCheckouts(CheckoutTables tables) : IAbandonedCheckouts
{
    private const int MostRows = 100;

    public Task Track(Order order, CancellationToken cancellation) =>
        Address(order) is { } address
            ? tables.Lookup.UpsertEntityAsync(
                new TableEntity(Partition(order.ShopIdentifier, address), TableKey.Of(order.PublicOrderId)),
                TableUpdateMode.Replace,
                cancellation
            )
            : Task.CompletedTask;

    public async Task<bool> IsTracked(Order order, CancellationToken cancellation) =>
        Address(order) is { } address
        && (
            await tables.Lookup.GetEntityIfExistsAsync<TableEntity>(
                Partition(order.ShopIdentifier, address),
                TableKey.Of(order.PublicOrderId),
                cancellationToken: cancellation
            )
        ).HasValue;

    public async Task Forget(string shop, string emailAddress, CancellationToken cancellation)
    {
        var orders = new List<TableTransactionAction>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(shop, emailAddress)}");
        await foreach (var row in tables.Lookup.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            orders.Add(new(TableTransactionActionType.Delete, row, ETag.All));
        foreach (var group in orders.Chunk(MostRows))
            await Delete(group, cancellation);
    }

    private async Task Delete(TableTransactionAction[] group, CancellationToken cancellation)
    {
        try
        {
            await tables.Lookup.SubmitTransactionAsync(group, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Another request forgets the same shopper; one row at a time a missing one is harmless.
            foreach (var row in group)
                await tables.Lookup.DeleteEntityAsync(row.Entity.PartitionKey, row.Entity.RowKey, ETag.All, cancellation);
        }
    }

    private static string? Address(Order order) => order.Customer?.EmailAddress is { Length: > 0 } email ? email : null;

    private static string Partition(string shop, string emailAddress) => $"{TableKey.Of(shop)}|email-{EmailHash.Of(emailAddress)}";
}
