using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Stores;

namespace Checkout.AzureStorage.CreateOrder;

/// <summary>Claimed keys in table <c>idempotency</c>: inserted first, read only when somebody was there before.</summary>
public sealed class TableIdempotencyKeys(CheckoutTables tables, ICrashPoints crash) : IIdempotencyKeys
{
    public async Task<KeyClaim?> Find(string shop, string key, CancellationToken cancellation)
    {
        var read = await tables.Idempotency.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Of(shop),
            TableKey.Hash(key),
            cancellationToken: cancellation
        );
        return read is { HasValue: true, Value: { } row }
            ? new KeyClaim(IsNew: false, row.GetString("body_hash"), row.GetString("public_order_id"), row.GetInt64("order_id")!.Value)
            : null;
    }

    public async Task<KeyClaim> Claim(
        string shop,
        string key,
        string bodyHash,
        string publicOrderId,
        long orderId,
        CancellationToken cancellation
    )
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
            var claim = await Find(shop, key, cancellation) ?? throw new InvalidOperationException("A claimed key was deleted.", fault);

            // Ours when the answer to the insert was lost: nobody else knows the id.
            return claim with
            {
                IsNew = claim.PublicOrderId == publicOrderId,
            };
        }
    }
}
