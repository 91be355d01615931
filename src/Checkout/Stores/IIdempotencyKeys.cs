namespace Checkout.Stores;

/// <summary>
/// Which order an idempotency key of a shop belongs to. The key lives as long as the order
/// (docs/contract/create-order.md#idempotency).
/// </summary>
public interface IIdempotencyKeys
{
    /// <summary>Whose the key is; null when it was never claimed.</summary>
    Task<KeyClaim?> Find(string shop, string key, CancellationToken cancellation);

    /// <summary>
    /// Claims the key for a new order, or answers whose it already is. Atomic: of any number of callers with one key,
    /// exactly one claims it.
    /// </summary>
    Task<KeyClaim> Claim(string shop, string key, string bodyHash, string publicOrderId, long orderId, CancellationToken cancellation);
}
