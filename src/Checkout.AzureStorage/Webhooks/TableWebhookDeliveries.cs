using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.AzureStorage.Webhooks;

/// <summary>
/// Deliveries in table <c>deliveries</c>, a partition for each webhook and day, so that a day is found, listed and deleted by
/// itself: a wake-up deletes it when its time is over.
/// </summary>
public sealed class TableWebhookDeliveries(CheckoutTables tables, IWakeUps wakeUps, TimeProvider time) : IWebhookDeliveries, IWakeUpHandler
{
    /// <summary>As many days as a delivery of the oldest kept moment can be away.</summary>
    private static readonly int Days = (int)WebhookDelivery.KeptFor.TotalDays + 1;

    private const int Batch = 100;
    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);

    public string Kind => WakeUpKinds.OldDeliveries;

    public async Task Add(string shop, WebhookDelivery delivery, CancellationToken cancellation)
    {
        var partition = PartitionOf(shop, delivery.Message.Destination, delivery.At);
        await BeForgotten(partition, delivery.At, cancellation);
        var row = new TableEntity(partition, RowKeyOf(delivery.At.UtcTicks, delivery.Message.Id))
        {
            ["id"] = delivery.Message.Id,
            ["kind"] = delivery.Message.Kind,
            ["topic"] = delivery.Message.Topic,
            ["destination"] = delivery.Message.Destination,
            ["attempts"] = delivery.Message.Attempts,
            ["created"] = delivery.Message.CreatedAt,
            ["public_order_id"] = delivery.PublicOrderId,
            ["url"] = delivery.Url,
            ["at"] = delivery.At,
            ["status"] = delivery.HttpStatus,
            ["latency_ms"] = delivery.LatencyMilliseconds,
            ["taken"] = delivery.Failure is null,
            ["failure"] = delivery.Failure,
            ["excerpt"] = delivery.Excerpt,
        };
        ChunkedDocument.Put(row, Encoding.UTF8.GetBytes(delivery.Message.Body));
        await tables.Deliveries.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public async Task<PageOf<WebhookDelivery>> List(
        string shop,
        string webhook,
        bool? wasTaken,
        PageRequest page,
        CancellationToken cancellation
    )
    {
        var found = ImmutableArray.CreateBuilder<WebhookDelivery>();
        var (day, after) = page.After is null ? (time.GetUtcNow(), "") : Position(page.After);
        var oldest = time.GetUtcNow() - WebhookDelivery.KeptFor;
        for (var i = 0; i < Days && day.UtcDateTime.Date >= oldest.UtcDateTime.Date; i++, day = day.AddDays(-1), after = "")
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(shop, webhook, day)} and RowKey gt {after}");
            if (wasTaken is { } taken)
                filter += TableClient.CreateQueryFilter($" and taken eq {taken}");
            await foreach (
                var row in tables.Deliveries.QueryAsync<TableEntity>(filter, maxPerPage: page.Limit + 1, cancellationToken: cancellation)
            )
            {
                if (found.Count == page.Limit)
                    return new PageOf<WebhookDelivery>(found.ToImmutable(), found[^1].Id);
                found.Add(Read(row));
            }
        }

        return new PageOf<WebhookDelivery>(found.ToImmutable(), null);
    }

    public async Task<WebhookDelivery?> Find(string shop, string webhook, string id, CancellationToken cancellation)
    {
        if (!TryRead(id, out var at, out var message))
            return null;
        var row = await tables.Deliveries.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(shop, webhook, at),
            RowKeyOf(at.UtcTicks, message),
            cancellationToken: cancellation
        );
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Deletes the day that the wake-up names.</summary>
    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {wakeUp.PublicOrderId}");
        var delete = new List<TableTransactionAction>(Batch);
        await foreach (
            var row in tables.Deliveries.QueryAsync<TableEntity>(
                filter,
                select: ["PartitionKey", "RowKey"],
                cancellationToken: cancellation
            )
        )
        {
            delete.Add(new TableTransactionAction(TableTransactionActionType.Delete, row));
            if (delete.Count < Batch)
                continue;
            await tables.Deliveries.SubmitTransactionAsync(delete, cancellation);
            delete.Clear();
        }

        if (delete.Count > 0)
            await tables.Deliveries.SubmitTransactionAsync(delete, cancellation);
        return null;
    }

    /// <summary>The same row whoever writes it, so each process may.</summary>
    private async Task BeForgotten(string partition, DateTimeOffset at, CancellationToken cancellation)
    {
        if (known.ContainsKey(partition))
            return;
        var due = new DateTimeOffset(at.UtcDateTime.Date.AddDays(Days), TimeSpan.Zero);
        await wakeUps.Set(new WakeUp(partition, Kind, due), cancellation);
        foreach (var (day, forgottenAt) in known)
            if (forgottenAt <= at)
                known.TryRemove(day, out _);
        known[partition] = due;
    }

    /// <summary>Filters of the days that are kept, over all webhooks of a shop.</summary>
    internal static IEnumerable<string> DaysOf(string shop, DateTimeOffset now) =>
        from back in Enumerable.Range(0, Days + 1)
        let prefix = PartitionOf(shop, "", now.AddDays(-back))
        select TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {prefix + RowRange.End}");

    private static string PartitionOf(string shop, string webhook, DateTimeOffset at) =>
        $"{at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{TableKey.Of(shop)}-{TableKey.Of(webhook)}";

    /// <summary>Newest first.</summary>
    private static string RowKeyOf(long ticks, string message) => $"{DateTime.MaxValue.Ticks - ticks:D19}-{TableKey.Of(message)}";

    private (DateTimeOffset Day, string After) Position(string id) =>
        TryRead(id, out var at, out var message) ? (at, RowKeyOf(at.UtcTicks, message)) : (time.GetUtcNow(), "");

    private static bool TryRead(string id, out DateTimeOffset at, out string message)
    {
        (at, message) = (default, "");
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        if (
            dash < 0
            || !long.TryParse(id.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks
        )
            return false;
        (at, message) = (new DateTimeOffset(ticks, TimeSpan.Zero), id[(dash + 1)..]);
        return true;
    }

    private static WebhookDelivery Read(TableEntity row) =>
        new(
            new OutboxMessage(
                row.GetString("id"),
                row.GetString("kind"),
                row.GetString("topic"),
                row.GetString("destination"),
                Encoding.UTF8.GetString(ChunkedDocument.Get(row))
            )
            {
                Attempts = row.GetInt32("attempts")!.Value,
                CreatedAt = row.GetDateTimeOffset("created")!.Value,
            },
            row.GetString("public_order_id"),
            row.GetString("url"),
            row.GetDateTimeOffset("at")!.Value
        )
        {
            HttpStatus = row.GetInt32("status")!.Value,
            LatencyMilliseconds = row.GetInt64("latency_ms")!.Value,
            Failure = row.GetString("failure"),
            Excerpt = row.GetString("excerpt"),
        };
}
