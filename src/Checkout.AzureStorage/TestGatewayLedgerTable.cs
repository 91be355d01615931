using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.TestGateway;

namespace Checkout.AzureStorage;

/// <summary>
/// The test gateway's memory in table <c>testgateway</c>: PartitionKey = public order id, a row for each idempotency key
/// and one that every write renews, so that of two callers who decided on the same account one writes and one asks again.
/// </summary>
public sealed class TestGatewayLedgerTable(TableClient table) : ITestGatewayLedger
{
    public const string TableName = "testgateway";

    // Sorts before the entries: it is read first, so entries read with it are never older than it says.
    private const string AccountRow = "account";
    private const string EntryPrefix = "entry-";

    public async Task<TestGatewayAccount> Load(string publicOrderId, CancellationToken cancellation)
    {
        string? version = null;
        var rows = new List<TableEntity>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {publicOrderId}"),
                cancellationToken: cancellation
            )
        )
        {
            if (string.Equals(row.RowKey, AccountRow, StringComparison.Ordinal))
                version = row.ETag.ToString();
            else
                rows.Add(row);
        }

        return new TestGatewayAccount(publicOrderId, [.. rows.OrderBy(r => r.GetInt32("number")).Select(Entry)], version);
    }

    public async Task<TestGatewayAccount?> Save(TestGatewayAccount account, TestGatewayEntry entry, CancellationToken cancellation)
    {
        var kept = account.ByKey(entry.IdempotencyKey);
        var number = kept is null ? account.Entries.Length : account.Entries.IndexOf(kept);
        var head = new TableEntity(account.PublicOrderId, AccountRow) { ["entries"] = account.Entries.Length + (kept is null ? 1 : 0) };
        try
        {
            var written = await table.SubmitTransactionAsync(
                [
                    account.Version is null
                        ? new(TableTransactionActionType.Add, head)
                        : new(TableTransactionActionType.UpdateReplace, head, new ETag(account.Version)),
                    new(TableTransactionActionType.UpsertReplace, Row(account.PublicOrderId, entry, number)),
                ],
                cancellation
            );
            return account.With(entry, written.Value[0].Headers.ETag.ToString()!);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return null;
        }
    }

    private static TableEntity Row(string publicOrderId, TestGatewayEntry entry, int number) =>
        new(publicOrderId, EntryPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.IdempotencyKey))))
        {
            ["number"] = number,
            ["payment"] = entry.PaymentId,
            ["key"] = entry.IdempotencyKey,
            ["kind"] = entry.Kind.ToString(),
            ["amount"] = entry.Amount,
            ["currency"] = entry.Currency,
            ["token"] = entry.Token,
            ["parent"] = entry.Parent,
            ["outcome"] = entry.Outcome.Kind.ToString(),
            ["reference"] = entry.Outcome.Reference,
            ["code"] = entry.Outcome.Code,
            ["message"] = entry.Outcome.Message,
            ["client_secret"] = entry.Outcome.ClientSecret,
            ["brand"] = entry.Outcome.Brand,
            ["last_four"] = entry.Outcome.LastFour,
            ["bin"] = entry.Outcome.Bin,
            ["expiration"] = entry.Outcome.Expiration,
            ["times"] = entry.Times,
            ["first_at"] = entry.FirstAt,
            ["last_at"] = entry.LastAt,
        };

    private static TestGatewayEntry Entry(TableEntity row) =>
        new()
        {
            PublicOrderId = row.PartitionKey,
            PaymentId = row.GetString("payment"),
            IdempotencyKey = row.GetString("key"),
            Kind = Enum.Parse<TransactionKind>(row.GetString("kind")),
            Amount = row.GetInt64("amount")!.Value,
            Currency = row.GetString("currency"),
            Token = row.GetString("token"),
            Parent = row.GetString("parent"),
            Outcome = new GatewayOutcome(Enum.Parse<GatewayOutcomeKind>(row.GetString("outcome")))
            {
                Reference = row.GetString("reference"),
                Code = row.GetString("code"),
                Message = row.GetString("message"),
                ClientSecret = row.GetString("client_secret"),
                Brand = row.GetString("brand"),
                LastFour = row.GetString("last_four"),
                Bin = row.GetString("bin"),
                Expiration = row.GetString("expiration"),
            },
            Times = row.GetInt32("times")!.Value,
            FirstAt = row.GetDateTimeOffset("first_at")!.Value,
            LastAt = row.GetDateTimeOffset("last_at")!.Value,
        };
}
