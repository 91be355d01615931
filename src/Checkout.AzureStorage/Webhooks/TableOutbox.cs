using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.Webhooks;

/// <summary>The outbox rows in the partitions of their orders, and the dead letters of each shop in table <c>deadletters</c>.</summary>
public sealed class TableOutbox(CheckoutTables tables, ICrashPoints crash) : IOutbox
{
    public async Task<IReadOnlyList<OutboxMessage>> Pending(string publicOrderId, CancellationToken cancellation)
    {
        var messages = new List<OutboxMessage>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKey.Of(publicOrderId)} and RowKey ge {OutboxRow.Prefix} and RowKey lt {"outbox."}"
        );
        await foreach (var row in tables.Orders.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!OutboxBundle.Is(row))
            {
                messages.Add(OutboxRow.Read(row));
                continue;
            }

            var before = messages.Count;
            messages.AddRange(OutboxBundle.Read(row));

            // A crash came between the last of them and the end of the bundle.
            if (messages.Count == before)
                await tables.Orders.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        return [.. messages.OrderBy(m => m.Id, StringComparer.Ordinal)];
    }

    public async Task Put(string owner, OutboxMessage message, CancellationToken cancellation) =>
        await tables.Orders.UpsertEntityAsync(OutboxRow.Of(owner, message), TableUpdateMode.Replace, cancellation);

    public async Task Update(string publicOrderId, OutboxMessage message, CancellationToken cancellation)
    {
        var attempts = message.Place is { } place
            ? OutboxBundle.Progress(publicOrderId, message, place)
            : new TableEntity(TableKey.Of(publicOrderId), OutboxRow.Key(message.Id))
            {
                ["attempts"] = message.Attempts,
                ["not_before"] = message.NotBefore,
            };
        await Merge(attempts, cancellation);
    }

    public async Task Remove(string publicOrderId, OutboxMessage message, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeOutboxRemove);
        if (message.Place is { } place)
            await Merge(OutboxBundle.Removal(publicOrderId, place), cancellation);
        else
            await Discard(publicOrderId, message.Id, cancellation);
        crash.Reach(CrashPoint.AfterOutboxRemove);
    }

    public async Task Discard(string publicOrderId, string bundle, CancellationToken cancellation) =>
        await tables.Orders.DeleteEntityAsync(TableKey.Of(publicOrderId), OutboxRow.Key(bundle), ETag.All, cancellation);

    public async Task Bury(string shop, DeadLetter letter, CancellationToken cancellation)
    {
        var row = OutboxRow.Fill(new TableEntity(TableKey.Of(shop), TableKey.Of(letter.Id)), letter.Message);
        row["public_order_id"] = letter.PublicOrderId;
        row["reason"] = letter.Reason;
        row["at"] = letter.At;

        // Two partitions: the copy first, so that a crash between leaves the message twice rather than nowhere.
        await tables.DeadLetters.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        await Remove(letter.PublicOrderId, letter.Message, cancellation);
    }

    public async Task<IReadOnlyList<DeadLetter>> DeadLetters(string shop, string? after, int count, CancellationToken cancellation)
    {
        var letters = new List<DeadLetter>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(shop)} and RowKey gt {TableKey.Of(after ?? "")}");
        await foreach (
            var row in tables.DeadLetters.QueryAsync<TableEntity>(
                filter,
                maxPerPage: Math.Clamp(count, 1, 1000),
                cancellationToken: cancellation
            )
        )
        {
            letters.Add(Read(row));

            // Before the next page would be asked for.
            if (letters.Count == count)
                break;
        }

        return letters;
    }

    public async Task<long> CountDeadLetters(CancellationToken cancellation)
    {
        await foreach (
            var page in tables
                .DeadLetters.QueryAsync<TableEntity>(maxPerPage: 1000, select: ["RowKey"], cancellationToken: cancellation)
                .AsPages()
        )
            return page.Values.Count;
        return 0;
    }

    public async Task<DeadLetter?> DeadLetter(string shop, string id, CancellationToken cancellation)
    {
        var row = await tables.DeadLetters.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Of(shop),
            TableKey.Of(id),
            cancellationToken: cancellation
        );
        return row.HasValue ? Read(row.Value!) : null;
    }

    public async Task Replay(string shop, DeadLetter letter, CancellationToken cancellation)
    {
        var fresh = letter.Message with { Attempts = 0, NotBefore = null, Place = null };
        await Put(letter.PublicOrderId, fresh, cancellation);
        await tables.DeadLetters.DeleteEntityAsync(TableKey.Of(shop), TableKey.Of(letter.Id), ETag.All, cancellation);
    }

    private async Task Merge(TableEntity progress, CancellationToken cancellation)
    {
        try
        {
            await tables.Orders.UpdateEntityAsync(progress, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Delivered or buried in the meantime: there is nothing left to count.
        }
    }

    private static DeadLetter Read(TableEntity row) =>
        new(row.GetString("public_order_id"), OutboxRow.Read(row), row.GetString("reason"), row.GetDateTimeOffset("at")!.Value);
}
