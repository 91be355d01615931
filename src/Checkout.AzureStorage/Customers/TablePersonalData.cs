using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Discounts;
using Checkout.AzureStorage.Orders;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.Webhooks;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.AzureStorage.Customers;

/// <summary>
/// Finds and removes what the tables hold of a person. A request stands as a row <c>erase-…</c> in the shop's partition of table
/// <c>customers</c> until nothing is left to do for it, and so does how far a shop has come with its retention time.
/// </summary>
public sealed class TablePersonalData(CheckoutTables tables, IGiftCardLedger giftCards, TableDiscountUses discounts, TimeProvider time)
    : IPersonalData
{
    private const string RetentionRow = "retention";
    private const string RequestPrefix = "erase-";
    private const string PublicId = "public_id";
    private const string PlatformId = "platform_id";
    private const string EmailHash = "email_hash";
    private const string After = "after";
    private const string Detail = "detail";
    private const int PageSize = 1000;
    private const int MostRows = 100;

    /// <summary>Entries whose detail is the platform's or the merchant's, of no person.</summary>
    private static readonly HashSet<string> Impersonal = new(StringComparer.Ordinal)
    {
        "order.completed",
        "order.sent_to_platform",
        "discount.added",
        "discount.removed",
    };

    public Task Request(string shop, Person person, CancellationToken cancellation) =>
        tables.Customers.UpsertEntityAsync(
            new TableEntity(TableKey.Of(shop), RequestRow(person.RequestId))
            {
                [PublicId] = person.PublicId,
                [PlatformId] = person.PlatformId,
                [EmailHash] = person.EmailHash,
            },
            TableUpdateMode.Replace,
            cancellation
        );

    public async Task<(Person Person, string? After)?> Requested(string shop, string requestId, CancellationToken cancellation)
    {
        var read = await tables.Customers.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Of(shop),
            RequestRow(requestId),
            cancellationToken: cancellation
        );
        return read is { HasValue: true, Value: { } row }
            ? (new Person(row.GetString(PublicId), row.GetString(PlatformId), row.GetString(EmailHash)), row.GetString(After))
            : null;
    }

    public Task Proceed(string shop, string requestId, string after, CancellationToken cancellation) =>
        tables.Customers.UpdateEntityAsync(
            new TableEntity(TableKey.Of(shop), RequestRow(requestId)) { [After] = after },
            ETag.All,
            TableUpdateMode.Merge,
            cancellation
        );

    public Task Complete(string shop, string requestId, CancellationToken cancellation) =>
        tables.Customers.DeleteEntityAsync(TableKey.Of(shop), RequestRow(requestId), ETag.All, cancellation);

    public async Task ForgetRecords(string shop, Person person, CancellationToken cancellation)
    {
        var partition = TableKey.Of(shop);
        if (person.PublicId is { } publicId)
        {
            await Delete(tables.Customers, Beginning(partition, $"id-{TableKey.Of(publicId)}|"), cancellation);
            await Delete(
                tables.Customers,
                Beginning(partition, "mail-") + TableClient.CreateQueryFilter($" and public_id eq {publicId}"),
                cancellation
            );
        }

        if (person.PlatformId is { Length: > 0 } platformId)
            await Delete(tables.Customers, Beginning(partition, $"pid-{TableKey.Of(platformId)}|"), cancellation);
        if (person.EmailHash is not { } emailHash)
            return;
        await Delete(tables.Lookup, TableClient.CreateQueryFilter($"PartitionKey eq {partition + "|email-" + emailHash}"), cancellation);
        await giftCards.ForgetEmail(shop, emailHash, cancellation);

        // Letters that are about no order, such as a gift card's: still to be sent, or given up.
        await ForgetLetters(
            tables.Orders,
            Beginning(TableKey.Of(ShopOutbox.Of(shop)), OutboxRow.Prefix)
                + TableClient.CreateQueryFilter($" and kind eq {AskForLetter.Kind}"),
            emailHash,
            cancellation
        );
        await ForgetLetters(
            tables.DeadLetters,
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and kind eq {AskForLetter.Kind}"),
            emailHash,
            cancellation
        );
    }

    private static async Task ForgetLetters(TableClient table, string filter, string emailHash, CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            if (LetterDocument.Find(OutboxRow.Read(row).Payload)?.To is { } to && Person.HashOf(to) == emailHash)
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }

    public async Task<PageOf<string>> OrdersOf(string shop, Person person, string? after, CancellationToken cancellation)
    {
        var (emailHash, customer) = (person.EmailHash ?? "none", person.PublicId is { } id ? TableKey.Hash(id) : "none");
        var filter = TableClient.CreateQueryFilter(
            $"RowKey eq {"order"} and shop eq {shop} and (email_hash eq {emailHash} or customer_hash eq {customer})"
        );
        var pages = tables
            .Orders.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellation)
            .AsPages(after, PageSize);
        await foreach (var page in pages)
            return new PageOf<string>(
                [.. page.Values.Select(row => row.PartitionKey)],
                string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken
            );
        return new PageOf<string>([], Next: null);
    }

    public async Task<PageOf<string>> OrdersBegun(
        string shop,
        DateTimeOffset? after,
        DateTimeOffset before,
        PageRequest page,
        CancellationToken cancellation
    )
    {
        var from = page.After ?? NumberRow(before);
        var to = after is { } since ? NumberRow(since) : "9999999999999999999";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(shop)} and RowKey gt {from} and RowKey le {to}");
        var orders = new List<string>();
        var last = from;
        await foreach (
            var row in tables.Lookup.QueryAsync<TableEntity>(filter, page.Limit + 1, ["RowKey", "public_order_id"], cancellation)
        )
        {
            if (orders.Count == page.Limit)
                return new PageOf<string>([.. orders], last);
            last = row.RowKey;
            orders.Add(row.GetString("public_order_id"));
        }

        return new PageOf<string>([.. orders], Next: null);
    }

    public async Task ForgetBeside(Order order, CancellationToken cancellation)
    {
        var partition = TableKey.Of(order.PublicOrderId);
        await ForgetDetails(partition, cancellation);
        await Delete(tables.Orders, Beginning(partition, OutboxRow.Prefix), cancellation);
        await Delete(
            tables.DeadLetters,
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {TableKey.Of(order.ShopIdentifier)} and public_order_id eq {order.PublicOrderId}"
            ),
            cancellation
        );

        foreach (var day in TableWebhookDeliveries.DaysOf(order.ShopIdentifier, time.GetUtcNow()))
            await Delete(
                tables.Deliveries,
                day + TableClient.CreateQueryFilter($" and public_order_id eq {order.PublicOrderId}"),
                cancellation
            );
        foreach (var code in order.Discounts.Select(discount => discount.Code).Where(code => code.Length > 0))
            await discounts.Forget(order.ShopIdentifier, code, order.PublicOrderId, cancellation);
    }

    public async Task<Retention> Retained(string shop, CancellationToken cancellation)
    {
        var read = await tables.Customers.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Of(shop),
            RetentionRow,
            cancellationToken: cancellation
        );
        return read is { HasValue: true, Value: { } row }
            ? new Retention(row.GetDateTimeOffset("until"), row.GetDateTimeOffset("next"))
            {
                Before = row.GetDateTimeOffset("before"),
                After = row.GetString(After),
            }
            : new Retention(Until: null, Next: null);
    }

    public Task Retain(string shop, Retention retention, CancellationToken cancellation) =>
        tables.Customers.UpsertEntityAsync(
            new TableEntity(TableKey.Of(shop), RetentionRow)
            {
                ["until"] = retention.Until,
                ["next"] = retention.Next,
                ["before"] = retention.Before,
                [After] = retention.After,
            },
            TableUpdateMode.Replace,
            cancellation
        );

    /// <summary>The one exception from a timeline that is never rewritten.</summary>
    private async Task ForgetDetails(string partition, CancellationToken cancellation)
    {
        var told = new List<TableTransactionAction>();
        await foreach (
            var row in tables.Orders.QueryAsync<TableEntity>(
                Beginning(partition, OrderRows.TimelinePrefix),
                cancellationToken: cancellation
            )
        )
            if (!Impersonal.Contains(row.GetString("event")) && row.GetString(Detail) is not null)
            {
                row.Remove(Detail);
                told.Add(new(TableTransactionActionType.UpdateReplace, row, ETag.All));
            }

        foreach (var group in told.Chunk(MostRows))
            await tables.Orders.SubmitTransactionAsync(group, cancellation);
    }

    private static async Task Delete(TableClient table, string filter, CancellationToken cancellation)
    {
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation)
        )
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }

    private static string Beginning(string partition, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + RowRange.End}");

    private static string RequestRow(string requestId) => RequestPrefix + TableKey.Of(requestId);

    private static string NumberRow(DateTimeOffset at) => OrderKeys.Number(at.ToUnixTimeMilliseconds() * 1000);
}
