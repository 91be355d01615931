using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Outgoing;

/// <summary>
/// What a cart of Magento says of an order. Taxes and discounts are those of the whole cart; their sums are exact.
/// Amounts are in units of the currency there.
/// </summary>
internal static class MagentoState
{
    public static RemoteState Of(JsonElement cart, Order order, Shop shop)
    {
        var currency = Currency.Of(order.Currency.Code);
        var totals = cart.GetProperty("totals");
        var shippingTax = Amount("shipping_tax_amount");
        var discount = Math.Abs(Amount("discount_amount"));
        var code = totals.TryGetProperty("coupon_code", out var coupon) ? coupon.ToString() : "";
        return new RemoteState
        {
            ShippingLines = cart.TryGetProperty("shipping_methods", out var methods) ? Lines(methods, currency) : null,
            LineTaxes = Tax(Amount("tax_amount") - shippingTax, shop),
            ShippingTaxes = Tax(shippingTax, shop),
            Discounts = discount > 0 ? [new RemoteDiscount(code, code.Length > 0 ? code : "Discount", discount)] : [],
            Total = Total(totals) is { } total ? currency.ToMinorUnits(total) : null,
        };

        long Amount(string name) =>
            totals.TryGetProperty(name, out var amount) && Number(amount) is { } number ? currency.ToMinorUnits(number) : 0;
    }

    private static ImmutableArray<Tax> Tax(long amount, Shop shop) => amount > 0 ? [new Tax("Tax", amount, shop.Checkout.TaxIncluded)] : [];

    /// <summary>The segment is the whole in Magento 1 and 2; their field grand_total is without taxes in one of them.</summary>
    private static decimal? Total(JsonElement totals) =>
        totals.TryGetProperty("total_segments", out var segments) && segments.ValueKind is JsonValueKind.Array
            ? segments
                .EnumerateArray()
                .Where(segment => segment.TryGetProperty("code", out var code) && code.ToString() == "grand_total")
                .Select(segment => Number(segment.GetProperty("value")))
                .FirstOrDefault()
            : null;

    private static ImmutableArray<ShippingLine> Lines(JsonElement methods, Currency currency)
    {
        var lines = ImmutableArray.CreateBuilder<ShippingLine>();
        foreach (var method in methods.EnumerateArray())
        {
            if (method.TryGetProperty("available", out var available) && available.ValueKind is JsonValueKind.False)
                continue;
            var title = string.Join(" - ", new[] { Text("carrier_title"), Text("method_title") }.Where(part => part.Length > 0));
            var code = $"{Text("carrier_code")}_{Text("method_code")}";
            var amount = Number(method.GetProperty("amount")) is >= 0 and <= 10_000_000m and var price
                ? currency.ToMinorUnits(price)
                : throw new FormatException();
            lines.Add(new ShippingLine(lines.Count.ToString(CultureInfo.InvariantCulture), title.Length > 0 ? title : code, amount, code));

            string Text(string name) =>
                method.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";
        }

        return lines.ToImmutable();
    }

    private static decimal? Number(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.String => decimal.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => null,
        };
}
