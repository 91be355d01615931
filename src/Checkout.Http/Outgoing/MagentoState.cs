using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Outgoing;

/// <summary>
/// What a cart of Magento says of an order. Taxes and discounts are those of the whole cart; their sums are exact. Amounts are in units
/// of the currency there, which must be the order's. A total that is not there, or is no amount, is no answer and never nought.
/// </summary>
internal static class MagentoState
{
    /// <summary>Units of the currency.</summary>
    private const decimal Largest = 10_000_000m;

    public static RemoteState Of(JsonElement cart, Order order, Shop shop)
    {
        var currency = Currency.Of(order.Currency.Code);
        var totals = cart.GetProperty("totals");
        if (!string.Equals(LooseJson.Text(totals, "quote_currency_code"), currency.Code, StringComparison.OrdinalIgnoreCase))
            throw new FormatException("The cart has another currency.");
        var tax = Amount(totals.GetProperty("tax_amount"), currency);
        var shippingTax = totals.TryGetProperty("shipping_tax_amount", out var ofShipping) ? Amount(ofShipping, currency) : 0;
        if (shippingTax > tax)
            throw new FormatException("The tax on shipping is more than all taxes.");
        var discount = Amount(Math.Abs(Number(totals.GetProperty("discount_amount"))), currency);
        var code = LooseJson.Text(totals, "coupon_code");
        return new RemoteState
        {
            ShippingLines = cart.TryGetProperty("shipping_methods", out var methods) ? Lines(methods, currency) : null,
            LineTaxes = Tax(tax - shippingTax, shop),
            ShippingTaxes = Tax(shippingTax, shop),
            Discounts = discount > 0 || code.Length > 0 ? [new RemoteDiscount(code, code.Length > 0 ? code : "Discount", discount)] : [],
            Total = Amount(GrandTotal(totals), currency),
        };
    }

    private static ImmutableArray<Tax> Tax(long amount, Shop shop) => amount > 0 ? [new Tax("Tax", amount, shop.Checkout.TaxIncluded)] : [];

    /// <summary>The segment is the whole in Magento 1 and 2; their field grand_total is without taxes in one of them.</summary>
    private static JsonElement GrandTotal(JsonElement totals) =>
        totals
            .GetProperty("total_segments")
            .EnumerateArray()
            .Where(segment => LooseJson.Text(segment, "code") == "grand_total")
            .Select(segment => segment.GetProperty("value"))
            .First();

    /// <summary>Those that can be chosen; a store may list one twice.</summary>
    private static ImmutableArray<ShippingLine> Lines(JsonElement methods, Currency currency)
    {
        var lines = ImmutableArray.CreateBuilder<ShippingLine>();
        foreach (var method in methods.EnumerateArray())
        {
            if (method.TryGetProperty("available", out var available) && available.ValueKind is JsonValueKind.False)
                continue;
            var line = Line(method, currency, lines.Count);
            if (!lines.Any(listed => listed.Code == line.Code))
                lines.Add(line);
        }

        return lines.ToImmutable();
    }

    private static ShippingLine Line(JsonElement method, Currency currency, int index)
    {
        var (carrier, name) = (LooseJson.Text(method, "carrier_code"), LooseJson.Text(method, "method_code"));
        if (carrier.Length == 0 || name.Length == 0)
            throw new FormatException("A shipping method has no code.");
        string[] titles = [LooseJson.Text(method, "carrier_title"), LooseJson.Text(method, "method_title")];
        var title = string.Join(" - ", titles.Where(part => part.Length > 0));
        var code = $"{carrier}_{name}";
        return new ShippingLine(
            index.ToString(CultureInfo.InvariantCulture),
            title.Length > 0 ? title : code,
            Amount(method.GetProperty("amount"), currency),
            code
        );
    }

    private static long Amount(JsonElement amount, Currency currency) => Amount(Number(amount), currency);

    private static long Amount(decimal amount, Currency currency) =>
        amount is >= 0 and <= Largest ? currency.ToMinorUnits(amount) : throw new FormatException("An amount is out of bounds.");

    private static decimal Number(JsonElement amount) => LooseJson.Number(amount) ?? throw new FormatException("An amount is missing.");
}
