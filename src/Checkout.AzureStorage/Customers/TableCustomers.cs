using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.Customers;

/// <summary>
/// Customers in table <c>customers</c>, a partition for each shop: the record and its saved methods are rows side by side
/// under the public id, and once more under the platform's, written together. So either way to find a customer is one
/// query of neighboring rows, and a method goes without touching the rest.
/// </summary>
public sealed class TableCustomers(CheckoutTables tables) : ICustomerStore
{
    private const string Record = "|";
    private const string Method = "|method-";

    public Task<CustomerRecord?> Find(string shop, string publicId, CancellationToken cancellation) =>
        Read(shop, ByPublicId(publicId), cancellation);

    public Task<CustomerRecord?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation) =>
        Read(shop, ByPlatformId(platformId), cancellation);

    public Task Save(string shop, CustomerRecord customer, CancellationToken cancellation)
    {
        var record = CustomerDocument.Write(customer with { PaymentMethods = [] });
        var methods = customer.PaymentMethods.Select(method =>
            (Row: Method + TableKey.Of(method.PublicId), Document: CustomerDocument.Write(method))
        );
        return tables.Customers.SubmitTransactionAsync(
            from customerKey in Keys(customer.PublicId, customer.PlatformId)
            from row in methods.Prepend((Row: Record, Document: record))
            select new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(shop, customerKey + row.Row, row.Document)),
            cancellation
        );
    }

    public async Task<bool> Forget(string shop, string publicId, string? platformId, string methodId, CancellationToken cancellation)
    {
        try
        {
            await tables.Customers.SubmitTransactionAsync(
                Keys(publicId, platformId)
                    .Select(customerKey => new TableTransactionAction(
                        TableTransactionActionType.Delete,
                        new TableEntity(TableKey.Of(shop), customerKey + Method + TableKey.Of(methodId)),
                        ETag.All
                    )),
                cancellation
            );
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return false;
        }
    }

    private async Task<CustomerRecord?> Read(string shop, string customerKey, CancellationToken cancellation)
    {
        // Keys hold no character as high as the bar, so the range ends before the next customer.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKey.Of(shop)} and RowKey ge {customerKey + Record} and RowKey lt {customerKey + "}"}"
        );
        CustomerRecord? customer = null;
        var methods = new List<SavedPaymentMethod>();
        await foreach (var row in tables.Customers.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey == customerKey + Record)
                customer = CustomerDocument.Read(ChunkedDocument.Get(row));
            else
                methods.Add(CustomerDocument.ReadMethod(ChunkedDocument.Get(row)));
        }

        return customer?.Owning(methods);
    }

    private static IEnumerable<string> Keys(string publicId, string? platformId)
    {
        yield return ByPublicId(publicId);
        if (platformId is { Length: > 0 })
            yield return ByPlatformId(platformId);
    }

    private static TableEntity Row(string shop, string rowKey, ReadOnlyMemory<byte> document)
    {
        var row = new TableEntity(TableKey.Of(shop), rowKey);
        ChunkedDocument.Put(row, document);
        return row;
    }

    private static string ByPublicId(string publicId) => $"id-{TableKey.Of(publicId)}";

    private static string ByPlatformId(string platformId) => $"pid-{TableKey.Of(platformId)}";
}
