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
/// itself: a wake-up deletes it when its time is over. Each is there once more among those that were taken, or were not, without
/// its body.
/// </summary>
public sealed class TableWebhookDeliveries(CheckoutTables tables, IWakeUps wakeUps, TimeProvider time) : IWebhookDeliveries, IWakeUpHandler
{
    /// <summary>As many days as a delivery of the oldest kept moment can be away.</summary>
    private static readonly int Days = (int)WebhookDelivery.KeptFor.TotalDays + 1;

    private const int Batch = 100;

    /// <summary>Keys of a day's deliveries begin with a digit, those of its lists by status with a letter.</summary>
    private const string BehindDigits = ":";

    /// <summary>What is read of a delivery in a list: all but its body, which may be as long as all of them.</summary>
    private static readonly string[] Listed =
    [
        "id",
        "kind",
        "topic",
        "destination",
        "attempts",
        "created",
        "public_order_id",
        "url",
        "at",
        "status",
        "latency_ms",
        "failure",
        "excerpt",
    ];

    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);

    public string Kind => WakeUpKinds.OldDeliveries;

    public async Task Add(string shop, WebhookDelivery delivery, CancellationToken cancellation)
    {
        var partition = PartitionOf(shop, delivery.Message.Destination, delivery.At);
        await BeForgotten(partition, delivery.At, cancellation);
        var key = RowKeyOf(delivery.At.UtcTicks, delivery.Message.Id);
        var row = Put(new TableEntity(partition, key), delivery);
        ChunkedDocument.Put(row, Encoding.UTF8.GetBytes(delivery.Message.Body));
        await tables.Deliveries.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, row),
                new(
                    TableTransactionActionType.UpsertReplace,
                    Put(new TableEntity(partition, PrefixOf(delivery.Failure is null) + key), delivery)
                ),
            ],
            cancellation
        );
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
        var prefix = wasTaken is { } taken ? PrefixOf(taken) : "";
        var (day, after) = page.After is null ? (time.GetUtcNow(), "") : Position(page.After);
        var oldest = time.GetUtcNow() - WebhookDelivery.KeptFor;
        for (var i = 0; day.UtcDateTime.Date >= oldest.UtcDateTime.Date; i++, day = day.AddDays(-1), after = "")
        {
            if (i == IWebhookDeliveries.MostTransactions || found.Count == page.Limit)
                return new PageOf<WebhookDelivery>(found.ToImmutable(), EndOf(day));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {PartitionOf(shop, webhook, day)} and RowKey gt {prefix + after} and RowKey lt {prefix + BehindDigits}"
            );
            await foreach (
                var row in tables.Deliveries.QueryAsync<TableEntity>(
                    filter,
                    maxPerPage: page.Limit - found.Count + 1,
                    select: Listed,
                    cancellationToken: cancellation
                )
            )
            {
                if (found.Count == page.Limit)
                    return new PageOf<WebhookDelivery>(found.ToImmutable(), found[^1].Id);
                found.Add(Read(row, body: ""));
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
        return row.HasValue ? Read(row.Value!, Encoding.UTF8.GetString(ChunkedDocument.Get(row.Value!))) : null;
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

    private static string PrefixOf(bool wasTaken) => wasTaken ? "taken-" : "failed-";

    /// <summary>The id in front of every delivery of the day.</summary>
    private static string EndOf(DateTimeOffset day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.UtcDateTime.Date.AddDays(1).Ticks - 1:D19}-");

    private static TableEntity Put(TableEntity row, WebhookDelivery delivery)
    {
        row["id"] = delivery.Message.Id;
        row["kind"] = delivery.Message.Kind;
        row["topic"] = delivery.Message.Topic;
        row["destination"] = delivery.Message.Destination;
        row["attempts"] = delivery.Message.Attempts;
        row["created"] = delivery.Message.CreatedAt;
        row["public_order_id"] = delivery.PublicOrderId;
        row["url"] = delivery.Url;
        row["at"] = delivery.At;
        row["status"] = delivery.HttpStatus;
        row["latency_ms"] = delivery.LatencyMilliseconds;
        row["failure"] = delivery.Failure;
        row["excerpt"] = delivery.Excerpt;
        return row;
    }

    private static WebhookDelivery Read(TableEntity row, string body) =>
        new(
            new OutboxMessage(row.GetString("id"), row.GetString("kind"), row.GetString("topic"), row.GetString("destination"), body)
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
