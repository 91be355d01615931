using Checkout.Money;

namespace Checkout.Orders;

/// <summary>A currency with its rate against the shop's currency, as a plugin may set it.</summary>
/// <param name="Code">ISO 4217 alphabetic code.</param>
/// <param name="Rate">Units of this currency for one unit of the shop's; 1 for the shop's own.</param>
/// <param name="Format">Such as <c>${{amount}}</c>; null takes the currency's own.</param>
public sealed record OrderCurrency(string Code, decimal Rate = 1m, string? Format = null)
{
    /// <summary>Minor units of this currency in one unit over those of the shop's: 0.01 for JPY in a CAD shop.</summary>
    public decimal Scale { get; init; } = 1m;

    /// <summary>Minor units of the shop's currency in minor units of this one.</summary>
    public long FromShop(long amount) => Rate == 1m && Scale == 1m ? amount : Rounding.Times(amount, Rate * Scale);
}
