using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Viewing;

/// <summary>A row for each tax of a line, of the shipping and of the fees; they add up to the taxes of the order.</summary>
internal static class TaxExport
{
    public static ImmutableArray<string> Columns { get; } =
    [
        "public_order_id",
        "order_number",
        "placed_at",
        "country_code",
        "province_code",
        "taxed",
        "line_item_key",
        "sku",
        "tax_name",
        "included",
        "currency",
        "amount",
    ];

    public static IEnumerable<ImmutableArray<Cell>> Rows(Order order)
    {
        var price = OrderPrice.Of(order);
        foreach (var line in price.Lines)
        foreach (var tax in line.Taxes)
            yield return Row(order, "line_item", line.Line, tax);
        foreach (var tax in price.ShippingTaxes)
            yield return Row(order, "shipping", null, tax);
        foreach (var tax in order.Taxes?.Fees ?? [])
            yield return Row(order, "fees", null, tax);
    }

    private static ImmutableArray<Cell> Row(Order order, string taxed, LineItem? line, Tax tax)
    {
        var address = order.ShippingAddress ?? order.BillingAddress;
        return
        [
            order.PublicOrderId,
            OrderNumber.Of(order),
            Cell.Of(order.ProcessedAt),
            address?.CountryCode,
            address?.ProvinceCode,
            taxed,
            line?.Key,
            line?.Sku,
            tax.Name,
            tax.IsIncluded ? "yes" : "no",
            order.Currency.Code,
            tax.Value,
        ];
    }
}
