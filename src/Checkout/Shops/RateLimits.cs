namespace Checkout.Shops;

/// <summary>
/// Calls a second, of the whole shop and of one order, that an instance takes; as many may come at once. Off when null
/// (docs/contract/README.md#rate-limits).
/// </summary>
public sealed record RateLimits(int ShopPerSecond, int OrderPerSecond);
