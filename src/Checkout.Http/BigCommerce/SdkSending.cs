using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Changing.Addresses;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>What an order sends where, as today's API has it.</summary>
public sealed record SdkOrderConsignments(ImmutableArray<SdkSending> Shipping)
{
    internal static SdkOrderConsignments Of(Order order, OrderPrice price, Currency currency)
    {
        var consignments = Consignment.Of(order);
        if (consignments.IsEmpty)
            return new([]);
        ImmutableArray<long> shares = [.. consignments.Select(c => c.Cost)];
        var included = LargestRemainder.Split(price.ShippingTaxes.Where(t => t.IsIncluded).Sum(t => t.Value), shares);
        var added = LargestRemainder.Split(price.ShippingTaxes.Where(t => !t.IsIncluded).Sum(t => t.Value), shares);
        return new([
            .. consignments.Select(
                (c, i) =>
                    new SdkSending(
                        SdkAddress.Of(c.Address, order.Customer?.EmailAddress),
                        c,
                        order.Shipping.Selected,
                        currency,
                        included[i],
                        added[i]
                    )
            ),
        ]);
    }
}

/// <summary>
/// What goes to one address; the parts of shipping and its taxes add up to the order's. Shops here handle for nothing and give their zones
/// no numbers.
/// </summary>
public sealed class SdkSending(
    SdkAddress to,
    Consignment consignment,
    ShippingLine? line,
    Currency currency,
    long includedTax,
    long addedTax
)
{
    public ImmutableArray<SdkSentItem> LineItems => [.. consignment.Lines.Select(item => new SdkSentItem(NumericId.Of(item.Id)))];
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
            .. consignment.Address.CustomFields.Select(f => new SdkSentField(
                f.Id,
                f.Value.ValueKind is JsonValueKind.String ? f.Value.GetString() : f.Value.GetRawText()
            )),
        ];
    public int ItemsTotal => consignment.Lines.Sum(item => item.Quantity);
    public int ItemsShipped => consignment.Lines.Sum(item => item.FulfilledQuantity);
    public string ShippingMethod => line?.Description ?? "";
    public decimal BaseCost => currency.ToDecimal(consignment.Cost);
    public decimal CostExTax => currency.ToDecimal(consignment.Cost - includedTax);
    public decimal CostIncTax => currency.ToDecimal(consignment.Cost + addedTax);
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
