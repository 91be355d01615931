using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Changing.Taxes;

/// <summary>
/// What the taxes of an order are calculated from: its destinations, lines, fees and shipping, at what they cost after
/// discounts. Taxes belong to that content (docs/contract/decisions.md, D27).
/// </summary>
public static class TaxedContent
{
    private const char End = '\u001f';

    /// <summary>Where the order is taxed; null before it has an address.</summary>
    public static Address? AddressOf(Order order) => order.ShippingAddress ?? order.BillingAddress;

    /// <summary>True when the taxes on the order are those of what it holds now; false also when it has none.</summary>
    public static bool IsTaxed(Order order, Shop shop) =>
        order.Taxes is { Fingerprint: { } known } && known == Fingerprint(order, OrderPrice.Of(order), shop.Checkout.TaxIncluded);

    /// <summary>The same for the same content and for no other; 32 hex digits.</summary>
    /// <param name="included">Prices include their taxes.</param>
    public static string Fingerprint(Order order, OrderPrice price, bool included)
    {
        var content = new StringBuilder();
        Add(content, included, order.Currency.Code, order.Currency.Rate, order.Plugins.Overrides.GetValueOrDefault(OverrideKinds.Tax)?.Url);
        AddDestination(content, AddressOf(order));
        foreach (var line in price.Lines)
        {
            Add(content, line.Line.Key, line.Line.Sku, line.Line.Quantity, line.Line.Price, line.Line.Taxable, line.Net);
            AddDestination(content, line.Line.ShippingAddress);
        }

        if (OrderDestinations.IsDivided(order))
            AddDestinations(content, order, price);
        foreach (var fee in price.Fees.Where(f => f.Fee.Taxable))
            Add(content, fee.Fee.Id, fee.Amount);
        Add(content, order.Shipping.Selected?.Code, price.Shipping, price.ShippingDiscounts.Sum(d => d.Value));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())).AsSpan(0, 16));
    }

    private static void AddDestinations(StringBuilder content, Order order, OrderPrice price)
    {
        foreach (var priced in PricedDestination.Untaxed(order, price, OrderDestinations.Of(order)))
        {
            AddDestination(content, priced.Destination.Address);
            foreach (var (line, quantity) in priced.Destination.Lines)
                Add(content, line.Key, quantity);
            Add(content, priced.Shipping.Selected?.Code, priced.Cost, priced.Discounted);
        }
    }

    private static void AddDestination(StringBuilder content, Address? address)
    {
        if (address is not null)
        {
            Add(content, address.CountryCode, address.ProvinceCode, address.PostalCode, address.City);
            Add(content, address.AddressLine1, address.AddressLine2);
        }

        content.Append('\u001e');
    }

    private static void Add(StringBuilder content, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            content.Append(CultureInfo.InvariantCulture, $"{value}").Append(End);
    }
}
