using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.CreateOrder;
using Checkout.Faults;

namespace Checkout.AzureStorage.CreateOrder;

/// <summary>Claimed keys in table <c>idempotency</c>: inserted first, read only when somebody was there before.</summary>
public sealed class TableIdempotencyKeys(CheckoutTables tables, ICrashPoints crash) : IIdempotencyKeys
{
    public async Task<KeyClaim> Claim(string shop, string key, string bodyHash, string publicOrderId, long orderId, CancellationToken cancellation)
    {
        var row = new TableEntity(TableKey.Of(shop), TableKey.Hash(key))
        {
            ["body_hash"] = bodyHash,
            ["public_order_id"] = publicOrderId,
            ["order_id"] = orderId,
        };
        crash.Reach(CrashPoint.BeforeKeyClaim);
        try
        {
            await tables.Idempotency.AddEntityAsync(row, cancellation);
            crash.Reach(CrashPoint.AfterKeyClaim);
            return new KeyClaim(IsNew: true, bodyHash, publicOrderId, orderId);
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            TableEntity claimed = await tables.Idempotency.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
            var owner = claimed.GetString("public_order_id");

            // Ours when the answer to the insert was lost: nobody else knows the id.
            return new KeyClaim(owner == publicOrderId, claimed.GetString("body_hash"), owner, claimed.GetInt64("order_id")!.Value);
        }
    }
}
