using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Customers;

namespace Checkout.AzureStorage.Customers;

/// <summary>
/// Customers in table <c>customers</c>, a partition for each shop: a row under the public id and a copy under the
/// platform's, written together, so that either way to find one is a single read.
/// </summary>
public sealed class TableCustomers(CheckoutTables tables) : ICustomerStore
{
    public Task<CustomerRecord?> Find(string shop, string publicId, CancellationToken cancellation) =>
        Read(shop, PublicRow(publicId), cancellation);

    public async Task<CustomerRecord?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation) =>
        await Read(shop, PlatformRow(platformId), cancellation);

    public Task Save(string shop, CustomerRecord customer, CancellationToken cancellation)
    {
        var document = CustomerDocument.Write(customer);
        List<TableTransactionAction> group = [new(TableTransactionActionType.UpsertReplace, Row(shop, PublicRow(customer.PublicId), document))];
        if (customer.PlatformId is { Length: > 0 } platformId)
            group.Add(new(TableTransactionActionType.UpsertReplace, Row(shop, PlatformRow(platformId), document)));
        return tables.Customers.SubmitTransactionAsync(group, cancellation);
    }

    private async Task<CustomerRecord?> Read(string shop, string rowKey, CancellationToken cancellation)
    {
        var row = await tables.Customers.GetEntityIfExistsAsync<TableEntity>(TableKey.Of(shop), rowKey, cancellationToken: cancellation);
        return row.HasValue ? CustomerDocument.Read(ChunkedDocument.Get(row.Value!)) : null;
    }

    private static TableEntity Row(string shop, string rowKey, ReadOnlyMemory<byte> document)
    {
        var row = new TableEntity(TableKey.Of(shop), rowKey);
        ChunkedDocument.Put(row, document);
        return row;
    }

    private static string PublicRow(string publicId) => $"id-{TableKey.Of(publicId)}";

    private static string PlatformRow(string platformId) => $"pid-{TableKey.Of(platformId)}";
}
