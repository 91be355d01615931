using System.Text;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.Webhooks;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Stores;

namespace Checkout.AzureStorage.Orders;

/// <summary>The rows of an order's partition (design.md, Order state in Table Storage).</summary>
internal static class OrderRows
{
    public const string StateRow = "order";
    public const string CommitId = "commit_id";
    public const string TimelinePrefix = "timeline-";

    /// <summary>The state document and the columns that people query by; the columns are never read back.</summary>
    public static TableEntity State(Order order)
    {
        var price = OrderPrice.Of(order);
        var row = new TableEntity(TableKey.Of(order.PublicOrderId), StateRow)
        {
            ["shop"] = order.ShopIdentifier,
            ["status"] = order.Status.ToString().ToLowerInvariant(),
            ["currency"] = order.Currency.Code,
            ["total"] = price.Total,
            ["balance"] = price.Balance,
            ["order_id"] = order.OrderId,
            ["created"] = order.CreatedAt,
            ["updated"] = order.UpdatedAt,
            ["version"] = order.Version,
            ["schema"] = order.SchemaVersion,
            [CommitId] = order.CommitId,
        };
        if (order.PlatformOrderId is { } platform)
            row["platform_order_id"] = platform;
        if (order.Customer?.PublicId is { Length: > 0 } customer)
            row["customer_hash"] = TableKey.Hash(customer);
        if (order.Customer?.EmailAddress is { Length: > 0 } email)
            row["email_hash"] = EmailHash.Of(email);
        ChunkedDocument.Put(row, OrderDocument.Write(order));
        return row;
    }

    public static StoredOrder Read(TableEntity row) => new(OrderDocument.Read(ChunkedDocument.Get(row)), row.ETag.ToString());

    /// <summary>Everything that is written with a state: timeline, ledger, outbox and the kept answer.</summary>
    public static IEnumerable<TableTransactionAction> Beside(Order? previous, Order next, string commitId, IdempotentAnswer? answer)
    {
        foreach (var entry in next.NewTimeline)
            yield return new(TableTransactionActionType.Add, Timeline(next.PublicOrderId, entry, commitId));
        foreach (var (payment, transaction) in ChangedTransactions(previous, next))
            yield return new(TableTransactionActionType.UpsertReplace, Ledger(next, payment, transaction));
        if (!next.NewOutbox.IsEmpty)
            foreach (var row in OutboxBundle.Of(next.PublicOrderId, next.NewOutbox))
                yield return new(TableTransactionActionType.Add, row);
        if (answer is not null)
            yield return new(TableTransactionActionType.Add, Answer(next.PublicOrderId, answer));
    }

    public static string TimelineKey(long number) => $"{TimelinePrefix}{number:D10}";

    public static TimelineEntry ReadTimeline(TableEntity row) =>
        new()
        {
            Number = row.GetInt64("number")!.Value,
            Event = row.GetString("event"),
            At = row.GetDateTimeOffset("at")!.Value,
            Actor = row.GetString("actor"),
            Version = row.GetInt64("version")!.Value,
            Amount = row.GetInt64("amount"),
            PaymentId = row.GetString("payment_id"),
            GatewayReference = row.GetString("gateway_reference"),
            Detail = row.GetString("detail"),
        };

    /// <summary>The key itself is the client's, of any length and content: its hash names the row.</summary>
    public static string AnswerKey(string idempotencyKey) => $"idem-{TableKey.Hash(idempotencyKey)}";

    public static IdempotentAnswer ReadAnswer(TableEntity row, string key) =>
        new(key, row.GetString("body_hash"), row.GetString("operation_id"));

    private static TableEntity Answer(string publicOrderId, IdempotentAnswer answer) =>
        new(TableKey.Of(publicOrderId), AnswerKey(answer.Key)) { ["body_hash"] = answer.BodyHash, ["operation_id"] = answer.OperationId };

    private static TableEntity Timeline(string publicOrderId, TimelineEntry entry, string commitId) =>
        new(TableKey.Of(publicOrderId), TimelineKey(entry.Number))
        {
            ["number"] = entry.Number,
            ["event"] = entry.Event,
            ["at"] = entry.At,
            ["actor"] = entry.Actor,
            ["version"] = entry.Version,
            ["amount"] = entry.Amount,
            ["payment_id"] = entry.PaymentId,
            ["gateway_reference"] = entry.GatewayReference,
            ["detail"] = entry.Detail,
            [CommitId] = commitId,
        };

    // Never the token: the ledger is for people who reconcile.
    private static TableEntity Ledger(Order order, Payment payment, PaymentTransaction transaction) =>
        new(TableKey.Of(order.PublicOrderId), $"payment-{transaction.Id}")
        {
            ["payment_id"] = payment.Id,
            ["gateway"] = payment.GatewayPublicId,
            ["kind"] = Word(transaction.Kind.ToString()),
            ["status"] = Word(transaction.Status.ToString()),
            ["amount"] = transaction.Amount,
            ["currency"] = transaction.Currency,
            ["idempotency_key"] = transaction.IdempotencyKey,
            ["operation_id"] = transaction.OperationId,
            ["parent_id"] = transaction.ParentId,
            ["gateway_reference"] = transaction.GatewayReference,
            ["failure_code"] = transaction.FailureCode,
            ["created"] = transaction.CreatedAt,
            ["settled"] = transaction.SettledAt,
            ["version"] = order.Version,
        };

    private static IEnumerable<(Payment Payment, PaymentTransaction Transaction)> ChangedTransactions(Order? previous, Order next)
    {
        var before = (previous?.Payments ?? []).SelectMany(p => p.Transactions).ToDictionary(t => t.Id, StringComparer.Ordinal);
        return from payment in next.Payments
            from transaction in payment.Transactions
            where before.GetValueOrDefault(transaction.Id) != transaction
            select (payment, transaction);
    }

    private static string Word(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0)
                word.Append('_');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
