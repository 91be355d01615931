using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.Customers;

/// <summary>
/// Customers in table <c>customers</c>, a partition for each shop: the record and its saved methods are rows side by side
/// under the public id, and once more under the platform's, written together. So either way to find a customer is one
/// query of neighboring rows, and a method goes without touching the rest. The hash of the e-mail address has a row that
/// points to the record.
/// </summary>
public sealed class TableCustomers(CheckoutTables tables) : ICustomerStore, ICustomerList
{
    private const string ByIdPrefix = "id-";
    private const string Email = "mail-";
    private const string PublicId = "public_id";

    /// <summary>Rows of an address that a page follows to their records: one storage transaction each.</summary>
    private const int MostFollowed = 2;

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
        var rows =
            from customerKey in Keys(customer.PublicId, customer.PlatformId)
            from row in methods.Prepend((Row: Record, Document: record))
            select Row(shop, customerKey + row.Row, row.Document);
        return tables.Customers.SubmitTransactionAsync(
            rows.Concat(Pointers(shop, customer)).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
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

    public async Task<PageOf<CustomerRecord>> List(string shop, PageRequest page, CancellationToken cancellation)
    {
        var customers = new List<CustomerRecord>();
        var after = page.After;
        while (true)
        {
            // The methods of a customer are rows behind the record.
            var range = await RowRange.Of(tables.Customers, TableKey.Of(shop), ByIdPrefix, after, page.Limit * 2, cancellation);
            foreach (var row in range.Rows)
            {
                if (row.RowKey.EndsWith(Record, StringComparison.Ordinal))
                {
                    if (customers.Count == page.Limit)
                        return new PageOf<CustomerRecord>([.. customers], after);
                    customers.Add(CustomerDocument.Read(ChunkedDocument.Get(row)));
                }

                after = row.RowKey;
            }

            if (range.IsLast)
                return new PageOf<CustomerRecord>([.. customers], Next: null);
        }
    }

    public async Task<PageOf<CustomerRecord>> FindByEmail(
        string shop,
        string emailAddress,
        PageRequest page,
        CancellationToken cancellation
    )
    {
        var prefix = EmailKey(emailAddress);
        var count = Math.Min(page.Limit, MostFollowed);
        var range = await RowRange.Of(tables.Customers, TableKey.Of(shop), prefix, page.After, count, cancellation);
        var followed = await Task.WhenAll(range.Rows.Select(pointer => Find(shop, pointer.GetString(PublicId), cancellation)));
        return new PageOf<CustomerRecord>(
            [.. followed.OfType<CustomerRecord>().Where(customer => EmailKey(customer.EmailAddress) == prefix)],
            range.IsLast ? null : range.Rows[^1].RowKey
        );
    }

    /// <summary>An address of before leaves its row behind: who follows it sees that the record has another.</summary>
    private static IEnumerable<TableEntity> Pointers(string shop, CustomerRecord customer)
    {
        if (customer.EmailAddress.Length > 0)
            yield return new TableEntity(TableKey.Of(shop), EmailKey(customer.EmailAddress) + TableKey.Of(customer.PublicId))
            {
                [PublicId] = customer.PublicId,
            };
    }

    private static string EmailKey(string emailAddress) => $"{Email}{EmailHash.Of(emailAddress)}|";

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
