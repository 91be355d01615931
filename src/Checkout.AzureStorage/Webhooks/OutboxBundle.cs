using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;

namespace Checkout.AzureStorage.Webhooks;

/// <summary>
/// The messages of one commit in one row, with what they share once: a commit that tells many subscribers of many
/// movements is no larger for it. What becomes of each message is a property of its own, so that two may change at once.
/// </summary>
internal static class OutboxBundle
{
    /// <summary>A row has at most 252 properties; the document and the columns take the rest.</summary>
    public const int MostMessages = 200;

    private const string Count = "count";
    private const string Taken = "taken";

    /// <summary>One row for a few messages, however many movements and subscribers they are for.</summary>
    public static IEnumerable<TableEntity> Of(string publicOrderId, ImmutableArray<OutboxMessage> messages)
    {
        if (messages.Length == 1)
            yield return OutboxRow.Of(publicOrderId, messages[0]);
        else
            foreach (var some in messages.OrderBy(m => m.Id, StringComparer.Ordinal).Chunk(MostMessages))
                yield return Row(publicOrderId, some);
    }

    public static bool Is(TableEntity row) => row.ContainsKey(Count);

    /// <summary>Those that are still to be sent.</summary>
    public static IEnumerable<OutboxMessage> Read(TableEntity row)
    {
        var document = JsonSerializer.Deserialize(ChunkedDocument.Get(row), OutboxJson.Default.BundledMessages)!;
        var created = row.GetDateTimeOffset("created")!.Value;
        for (var i = 0; i < document.Messages.Length; i++)
        {
            var progress = row.GetString(ProgressOf(i));
            if (progress == Taken)
                continue;
            var message = document.Messages[i];
            var read = new OutboxMessage(message.Id, message.Kind, message.Topic, message.Destination, message.Payload)
            {
                Shared = message.IsShared ? document.Shared : "",
                Place = new OutboxPlace(NameOf(document.Messages[0].Id), i),
                CreatedAt = created,
            };
            yield return progress is null ? read : Tried(read, progress);
        }
    }

    /// <summary>To be merged into the row.</summary>
    public static TableEntity Progress(string publicOrderId, OutboxMessage message, OutboxPlace place) =>
        new(TableKey.Of(publicOrderId), OutboxRow.Key(place.Bundle))
        {
            [ProgressOf(place.Index)] = string.Create(CultureInfo.InvariantCulture, $"{message.Attempts}|{message.NotBefore:O}"),
        };

    /// <summary>To be merged into the row.</summary>
    public static TableEntity Removal(string publicOrderId, OutboxPlace place) =>
        new(TableKey.Of(publicOrderId), OutboxRow.Key(place.Bundle)) { [ProgressOf(place.Index)] = Taken };

    private static TableEntity Row(string publicOrderId, OutboxMessage[] messages)
    {
        var document = new BundledMessages(
            messages.Select(m => m.Shared).FirstOrDefault(shared => shared.Length > 0, ""),
            [.. messages.Select(m => new BundledMessage(m.Id, m.Kind, m.Topic, m.Destination, m.Payload, m.Shared.Length > 0))]
        );
        var row = new TableEntity(TableKey.Of(publicOrderId), OutboxRow.Key(NameOf(messages[0].Id)))
        {
            [Count] = messages.Length,
            ["created"] = messages[0].CreatedAt,
        };
        ChunkedDocument.Put(row, JsonSerializer.SerializeToUtf8Bytes(document, OutboxJson.Default.BundledMessages));
        return row;
    }

    private static OutboxMessage Tried(OutboxMessage message, string progress)
    {
        var parts = progress.Split('|');
        return message with
        {
            Attempts = int.Parse(parts[0], CultureInfo.InvariantCulture),
            NotBefore = parts[1].Length == 0 ? null : DateTimeOffset.ParseExact(parts[1], "O", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Not the message's own key: one that is replayed gets a row of its own under that.</summary>
    private static string NameOf(string firstMessage) => $"{firstMessage}-bundle";

    private static string ProgressOf(int index) => string.Create(CultureInfo.InvariantCulture, $"m{index}");
}

internal sealed record BundledMessages(string Shared, ImmutableArray<BundledMessage> Messages);

internal sealed record BundledMessage(string Id, string Kind, string Topic, string Destination, string Payload, bool IsShared);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BundledMessages))]
internal sealed partial class OutboxJson : JsonSerializerContext;
