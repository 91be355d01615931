using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <summary>The currency that a Create Order is to be made in (docs/contract/create-order.md#currency).</summary>
public static class RequestedCurrency
{
    /// <summary>
    /// Refused, naming the field: a currency that the shop does not list with a rate, or that none of its gateways charges in.
    /// </summary>
    /// <param name="code">ISO 4217; null takes the shop's.</param>
    public static Result<OrderCurrency> Of(Shop shop, string? code)
    {
        if (code is null || IsSame(code, shop.Currency))
            return new OrderCurrency(shop.Currency, Format: shop.CurrencyFormat);
        if (shop.Currencies.FirstOrDefault(c => IsSame(c.Code, code)) is not { } listed)
            return Problem.Invalid(
                "currency",
                $"The shop sells in {string.Join(", ", shop.Currencies.Select(c => c.Code).Prepend(shop.Currency))}."
            );
        var currency = Currency.Of(listed.Code);
        if (!shop.Gateways.Any(gateway => shop.Charges(gateway, currency.Code)))
            return Problem.Invalid("currency", $"None of the shop's payment gateways charges in {currency.Code}.");
        return new OrderCurrency(currency.Code, listed.Rate, listed.Format)
        {
            Scale = (decimal)currency.MinorUnits / Currency.Of(shop.Currency).MinorUnits,
        };
    }

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
