using System.Collections.Immutable;
using Checkout.Addresses;
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
        var own = order.ShippingAddress ?? order.BillingAddress;
        var rows = OrderDestinations.IsDivided(order) ? Divided(order, price, own) : Whole(order, price, own);
        return rows.Concat((order.Taxes?.Fees ?? []).Select(tax => Row(order, own, "fees", null, tax)));
    }

    private static IEnumerable<ImmutableArray<Cell>> Whole(Order order, OrderPrice price, Address? own) =>
        [
            .. price.Lines.SelectMany(line => line.Taxes.Select(tax => Row(order, own, "line_item", line.Line, tax))),
            .. price.ShippingTaxes.Select(tax => Row(order, own, "shipping", null, tax)),
        ];

    /// <summary>A tax is owed where the goods go.</summary>
    private static IEnumerable<ImmutableArray<Cell>> Divided(Order order, OrderPrice price, Address? own)
    {
        var destinations = PricedDestination.Of(order, price);
        foreach (var line in price.Lines)
        {
            var sent = destinations.Where(d => d.Taxes.Lines.ContainsKey(line.Line.Key)).ToList();
            foreach (var tax in sent.Count == 0 ? line.Taxes : [])
                yield return Row(order, own, "line_item", line.Line, tax);
            foreach (var destination in sent)
            foreach (var tax in destination.Taxes.Lines[line.Line.Key])
                yield return Row(order, destination.Destination.Address, "line_item", line.Line, tax);
        }

        foreach (var destination in destinations)
        foreach (var tax in destination.Taxes.Shipping)
            yield return Row(order, destination.Destination.Address, "shipping", null, tax);
    }

    private static ImmutableArray<Cell> Row(Order order, Address? address, string taxed, LineItem? line, Tax tax) =>
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
