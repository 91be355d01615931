using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>What an order sends where, as today's API has it.</summary>
public sealed record SdkOrderConsignments(ImmutableArray<SdkSending> Shipping)
{
    internal static SdkOrderConsignments Of(Order order, OrderPrice price, Currency currency) =>
        new([
            .. PricedDestination
                .Of(order, price)
                .Where(d => d.Destination.IsShippedTo)
                .Select(d => new SdkSending(SdkAddress.Of(d.Destination.Address, order.Customer?.EmailAddress), d, order, currency)),
        ]);
}

/// <summary>
/// What goes to one address; the parts of shipping and its taxes add up to the order's. Shops here handle for nothing and give their zones
/// no numbers.
/// </summary>
public sealed class SdkSending(SdkAddress to, PricedDestination priced, Order order, Currency currency)
{
    private readonly long includedTax = priced.Taxes.Shipping.Where(t => t.IsIncluded).Sum(t => t.Value);
    private readonly long addedTax = priced.Taxes.Shipping.Where(t => !t.IsIncluded).Sum(t => t.Value);

    public ImmutableArray<SdkSentItem> LineItems =>
        [.. priced.Destination.Shipped.Select(sent => new SdkSentItem(NumericId.Of(sent.Line.Id)))];
    public long ShippingAddressId => NumericId.Of(to.Id!);
    public string? FirstName => to.FirstName;
    public string? LastName => to.LastName;
    public string? Company => to.Company;
    public string? Address1 => to.Address1;
    public string? Address2 => to.Address2;
    public string? City => to.City;
    public string? StateOrProvince => to.StateOrProvince;
    public string? PostalCode => to.PostalCode;
    public string? Country => to.Country;
    public string? CountryCode => to.CountryCode;
    public string? Email => to.Email;
    public string? Phone => to.Phone;
    public ImmutableArray<SdkSentField> CustomFields =>
        [
            .. priced.Destination.Address.CustomFields.Select(f => new SdkSentField(
                f.Id,
                f.Value.ValueKind is JsonValueKind.String ? f.Value.GetString() : f.Value.GetRawText()
            )),
        ];
    public int ItemsTotal => priced.Destination.Shipped.Sum(sent => sent.Quantity);
    public int ItemsShipped => OrderDestinations.ShippedUnits(order, priced.Destination).Values.Sum();
    public string ShippingMethod => priced.Shipping.Selected?.Description ?? "";
    public decimal BaseCost => currency.ToDecimal(priced.Cost);
    public decimal CostExTax => currency.ToDecimal(priced.Cost - includedTax);
    public decimal CostIncTax => currency.ToDecimal(priced.Cost + addedTax);
    public decimal CostTax => currency.ToDecimal(includedTax + addedTax);
    public int CostTaxClassId { get; }
    public decimal BaseHandlingCost { get; }
    public decimal HandlingCostExTax { get; }
    public decimal HandlingCostIncTax { get; }
    public decimal HandlingCostTax { get; }
    public int HandlingCostTaxClassId { get; }
    public int ShippingZoneId { get; }
    public string ShippingZoneName { get; } = "";
    public ImmutableArray<AppliedDiscount> Discounts { get; } = [];
}

public sealed record SdkSentItem(long Id);

public sealed record SdkSentField(string Name, string? Value);
