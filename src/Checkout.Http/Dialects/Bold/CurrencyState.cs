using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Http.Dialects.Bold;

/// <summary>A currency (docs/contract/shapes.md#currency).</summary>
public sealed record CurrencyState(string IsoCode, int IsoNumericCode, string Symbol, string Format, bool HasDecimal, bool ShowIsoCode)
{
    public static CurrencyState Of(OrderCurrency currency)
    {
        var iso = Currency.Of(currency.Code);
        return new CurrencyState(iso.Code, iso.NumericCode, iso.Symbol, currency.Format ?? iso.Format, iso.Exponent > 0, ShowIsoCode: true);
    }
}
