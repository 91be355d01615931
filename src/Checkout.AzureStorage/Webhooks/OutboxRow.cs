using System.Text;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;

namespace Checkout.AzureStorage.Webhooks;

/// <summary>An outbox message as a row of its own; a body can be longer than one property holds.</summary>
internal static class OutboxRow
{
    public const string Prefix = "outbox-";

    public static string Key(string messageId) => Prefix + TableKey.Of(messageId);

    public static TableEntity Of(string publicOrderId, OutboxMessage message) =>
        Fill(new TableEntity(TableKey.Of(publicOrderId), Key(message.Id)), message);

    public static TableEntity Fill(TableEntity row, OutboxMessage message)
    {
        row["id"] = message.Id;
        row["kind"] = message.Kind;
        row["topic"] = message.Topic;
        row["destination"] = message.Destination;
        row["attempts"] = message.Attempts;
        row["not_before"] = message.NotBefore;
        row["created"] = message.CreatedAt;
        ChunkedDocument.Put(row, Encoding.UTF8.GetBytes(message.Body));
        return row;
    }

    public static OutboxMessage Read(TableEntity row) =>
        new(
            row.GetString("id"),
            row.GetString("kind"),
            row.GetString("topic"),
            row.GetString("destination"),
            Encoding.UTF8.GetString(ChunkedDocument.Get(row))
        )
        {
            Attempts = row.GetInt32("attempts")!.Value,
            NotBefore = row.GetDateTimeOffset("not_before"),
            CreatedAt = row.GetDateTimeOffset("created")!.Value,
        };
}
