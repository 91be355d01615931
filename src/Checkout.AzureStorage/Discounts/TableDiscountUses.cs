using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Stores;

namespace Checkout.AzureStorage.Discounts;

/// <summary>
/// Uses of limited codes in table <c>discountuses</c>, a partition for each code: a row for each order that uses it,
/// a count of all and one for each shopper, changed in one group write.
/// </summary>
public sealed class TableDiscountUses(CheckoutTables tables, TimeProvider time, ICrashPoints crash) : IDiscountUses
{
    private const string TotalRow = "total";
    private const string Uses = "uses";
    private const string Email = "email";

    public async Task<long> Count(string shop, string code, string? emailHash, CancellationToken cancellation) =>
        (await Counter(TableKey.Of(shop, code), emailHash is null ? TotalRow : EmailRow(emailHash), cancellation)).Uses;

    public async Task<bool> Use(
        string shop,
        string code,
        string publicOrderId,
        string emailHash,
        int? limit,
        int? limitPerCustomer,
        CancellationToken cancellation
    )
    {
        var partition = TableKey.Of(shop, code);
        var use = new TableEntity(partition, UseRow(publicOrderId)) { [Email] = emailHash, ["at"] = time.GetUtcNow() };
        crash.Reach(CrashPoint.BeforeDiscountUse);
        for (var attempt = 1; attempt <= Contention.Attempts; attempt++)
        {
            var counters = await Task.WhenAll(
                Counter(partition, TotalRow, cancellation),
                Counter(partition, EmailRow(emailHash), cancellation)
            );
            if (counters[0].Uses >= limit || counters[1].Uses >= limitPerCustomer)
                return await UseOf(partition, publicOrderId, cancellation) is not null;
            try
            {
                await tables.DiscountUses.SubmitTransactionAsync(
                    [new(TableTransactionActionType.Add, use), .. counters.Select(counter => counter.Write(counter.Uses + 1))],
                    cancellation
                );
                crash.Reach(CrashPoint.AfterDiscountUse);
                return true;
            }
            catch (RequestFailedException fault) when (Contention.IsConflict(fault))
            {
                // Either this order used the code before, or another order counts at the same time.
                if (await UseOf(partition, publicOrderId, cancellation) is not null)
                    return true;
                await Contention.Wait(attempt, time, cancellation);
            }
        }

        throw Contention.Lost($"Discount counter {partition}");
    }

    public async Task Release(string shop, string code, string publicOrderId, string emailHash, CancellationToken cancellation)
    {
        var partition = TableKey.Of(shop, code);
        for (var attempt = 1; attempt <= Contention.Attempts; attempt++)
        {
            if (await UseOf(partition, publicOrderId, cancellation) is not { } use)
                return;

            // The counter of the shopper who used it, also when the order's e-mail address was changed since.
            var counters = await Task.WhenAll(CountersOf(use).Select(row => Counter(partition, row, cancellation)));
            try
            {
                await tables.DiscountUses.SubmitTransactionAsync(
                    [new(TableTransactionActionType.Delete, use, use.ETag), .. counters.SelectMany(counter => counter.Less())],
                    cancellation
                );
                return;
            }
            catch (RequestFailedException fault) when (fault.Status == 404 || Contention.IsConflict(fault))
            {
                await Contention.Wait(attempt, time, cancellation);
            }
        }

        throw Contention.Lost($"Discount counter {partition}");
    }

    /// <summary>The code counts the order on; whose it was is gone, and it does not count for that shopper any more.</summary>
    public async Task Forget(string shop, string code, string publicOrderId, CancellationToken cancellation)
    {
        var partition = TableKey.Of(shop, code);
        for (var attempt = 1; attempt <= Contention.Attempts; attempt++)
        {
            if (await UseOf(partition, publicOrderId, cancellation) is not { } use || use.GetString(Email) is not { Length: > 0 } emailHash)
                return;
            var counter = await Counter(partition, EmailRow(emailHash), cancellation);
            use[Email] = "";
            try
            {
                await tables.DiscountUses.SubmitTransactionAsync(
                    [new(TableTransactionActionType.UpdateReplace, use, use.ETag), .. counter.Less()],
                    cancellation
                );
                return;
            }
            catch (RequestFailedException fault) when (fault.Status == 404 || Contention.IsConflict(fault))
            {
                await Contention.Wait(attempt, time, cancellation);
            }
        }

        throw Contention.Lost($"Discount counter {partition}");
    }

    /// <summary>Of a use whose shopper was erased, that of the code alone.</summary>
    private static string[] CountersOf(TableEntity use) =>
        use.GetString(Email) is { Length: > 0 } emailHash ? [TotalRow, EmailRow(emailHash)] : [TotalRow];

    private async Task<UseCounter> Counter(string partition, string rowKey, CancellationToken cancellation)
    {
        var row = await tables.DiscountUses.GetEntityIfExistsAsync<TableEntity>(partition, rowKey, cancellationToken: cancellation);
        return row.HasValue
            ? new UseCounter(partition, rowKey, row.Value!.GetInt64(Uses)!.Value, row.Value.ETag)
            : new UseCounter(partition, rowKey, 0, ETag: null);
    }

    private async Task<TableEntity?> UseOf(string partition, string publicOrderId, CancellationToken cancellation)
    {
        var row = await tables.DiscountUses.GetEntityIfExistsAsync<TableEntity>(
            partition,
            UseRow(publicOrderId),
            cancellationToken: cancellation
        );
        return row.HasValue ? row.Value : null;
    }

    private static string EmailRow(string emailHash) => $"email-{TableKey.Of(emailHash)}";

    private static string UseRow(string publicOrderId) => $"use-{TableKey.Of(publicOrderId)}";

    private sealed record UseCounter(string Partition, string RowKey, long Uses, ETag? ETag)
    {
        public TableTransactionAction Write(long uses)
        {
            var row = new TableEntity(Partition, RowKey) { [TableDiscountUses.Uses] = uses };
            return ETag is { } etag ? new(TableTransactionActionType.UpdateReplace, row, etag) : new(TableTransactionActionType.Add, row);
        }

        /// <summary>One less, and no row for none: the key of a shopper's is made of their address.</summary>
        public IEnumerable<TableTransactionAction> Less() =>
            ETag is not { } etag ? []
            : Uses > 1 ? [Write(Uses - 1)]
            : [new(TableTransactionActionType.Delete, new TableEntity(Partition, RowKey), etag)];
    }
}
