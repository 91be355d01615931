namespace Checkout.Shops;

/// <summary>A currency besides its own that the shop sells in (docs/contract/create-order.md#currency).</summary>
/// <param name="Code">ISO 4217.</param>
/// <param name="Rate">Units of this currency for one unit of the shop's.</param>
/// <param name="Format">Such as <c>${{amount}}</c>; null takes the currency's own.</param>
public sealed record ShopCurrency(string Code, decimal Rate, string? Format = null);
