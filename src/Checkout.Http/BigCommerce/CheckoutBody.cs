using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Checkout.Changing.Taxes;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>A checkout (docs/contract/bigcommerce.md#checkout): the order while it is being filled in. Amounts are decimals.</summary>
public sealed record CheckoutBody
{
    public required string Id { get; init; }
    public required Cart Cart { get; init; }
    public required CheckoutShopper Shopper { get; init; }
    public ShopperAddress? BillingAddress { get; init; }
    public required ImmutableArray<ShopperAddress> ShippingAddresses { get; init; }
    public required ImmutableArray<ConsignmentBody> Consignments { get; init; }
    public required ImmutableArray<TaxBody> Taxes { get; init; }
    public required ImmutableArray<AppliedDiscount> Discounts { get; init; }
    public required ImmutableArray<AppliedCoupon> Coupons { get; init; }
    public required string OrderId { get; init; }

    /// <summary>Before discounts on it.</summary>
    public decimal ShippingCostTotal { get; init; }
    public decimal TaxTotal { get; init; }

    /// <summary>What the order costs, before gift certificates.</summary>
    public decimal GrandTotal { get; init; }

    /// <summary>Always 0: shops here keep no store credit.</summary>
    public decimal StoreCredit { get; init; }
    public required ImmutableArray<AppliedCertificate> GiftCertificates { get; init; }

    /// <summary>What is left to pay after gift certificates and money that is held or charged already.</summary>
    public decimal BalanceDue { get; init; }
    public required string CreatedTime { get; init; }
    public required string UpdatedTime { get; init; }

    internal static CheckoutBody Of(Order order, Shop shop, string origin, ImmutableArray<AppliedCertificate> certificates)
    {
        var price = OrderPrice.Of(order);
        var currency = Currency.Of(order.Currency.Code);
        var paid = order
            .Payments.Zip(price.Payments)
            .Where(p => p.First.Type == PaymentTypes.GiftCard || !p.First.Transactions.IsEmpty)
            .Sum(p => p.Second.Amount);
        return new CheckoutBody
        {
            Id = order.PublicOrderId,
            Cart = new Cart(order, price, shop, origin),
            Shopper = CheckoutShopper.Of(order, currency),
            BillingAddress = ShopperAddress.OfBilling(order),
            ShippingAddresses = [.. OrderDestinations.Addresses(order).Select(a => ShopperAddress.Of(a, order.Customer?.EmailAddress))],
            Consignments = ConsignmentBody.Of(order, price, currency),
            Taxes = TaxBody.Of(order, price, shop, currency),
            Discounts = AppliedDiscount.Of(price.Discounts, currency),
            Coupons = AppliedCoupon.Of(order, price.Discounts, currency),
            OrderId = order.OrderId.ToString(CultureInfo.InvariantCulture),
            ShippingCostTotal = currency.ToDecimal(price.Shipping),
            TaxTotal = currency.ToDecimal(price.Taxes.Sum(t => t.Value)),
            GrandTotal = currency.ToDecimal(price.Total),
            GiftCertificates = certificates,
            BalanceDue = currency.ToDecimal(Math.Max(0, price.Total - paid)),
            CreatedTime = Times.Of(order.CreatedAt),
            UpdatedTime = Times.Of(order.UpdatedAt),
        };
    }
}

public sealed record CheckoutShopper(string CustomerId, string? CustomerGroupId, string StoreCredit)
{
    internal static CheckoutShopper Of(Order order, Currency currency) =>
        new(
            order.Customer is { IsAuthenticated: true } customer ? customer.KnownPlatformId ?? customer.PublicId ?? "0" : "0",
            CustomerGroupId: null,
            currency.ToText(0)
        );
}

/// <param name="LineItems">Only of an order that goes to several addresses: an item may be divided over them.</param>
public sealed record ConsignmentBody(
    string Id,
    string ShippingAddressId,
    string? ShippingMethodId,
    decimal ShippingCost,
    ImmutableArray<long> LineItemIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ConsignedItem>? LineItems
)
{
    internal static ImmutableArray<ConsignmentBody> Of(Order order, OrderPrice price, Currency currency) =>
        [
            .. PricedDestination
                .Of(order, price)
                .Where(d => d.Destination.IsShippedTo)
                .Select(d => new ConsignmentBody(
                    d.Destination.Id,
                    d.Destination.Id,
                    d.Shipping.Selected?.Id,
                    currency.ToDecimal(d.Cost),
                    [.. d.Destination.Shipped.Select(sent => NumericId.Of(sent.Line.Id))],
                    ConsignedItem.Of(order, d.Destination)
                )),
        ];
}

/// <param name="Quantity">Units of the item in this consignment; those of all consignments add up to the item's.</param>
public sealed record ConsignedItem(string ItemId, int Quantity)
{
    /// <summary>Null where everything goes to the order's own address.</summary>
    internal static ImmutableArray<ConsignedItem>? Of(Order order, Destination destination) =>
        OrderDestinations.IsDivided(order)
            ? [.. destination.Shipped.Select(sent => new ConsignedItem(NumericId.TextOf(sent.Line.Id), sent.Quantity))]
            : default(ImmutableArray<ConsignedItem>?);
}

/// <param name="ItemId">The line item's; <c>shipping</c> or <c>fees</c> where the tax is on those.</param>
/// <param name="Percentage">Where the shop's own zones set the rate; a tax override tells amounts only.</param>
public sealed record TaxBody(string ItemId, string Name, decimal Amount, decimal? Percentage)
{
    internal static ImmutableArray<TaxBody> Of(Order order, OrderPrice price, Shop shop, Currency currency)
    {
        var rates = TaxRates.Of(shop, order) is { } all ? all.Destinations.Values.Prepend(all).SelectMany(r => r.SubTotal).ToList() : [];
        return
        [
            .. price.Lines.SelectMany(line => line.Taxes.Select(tax => Body(NumericId.TextOf(line.Line.Id), tax))),
            .. price.ShippingTaxes.Select(tax => Body("shipping", tax)),
            .. (order.Taxes?.Fees ?? []).Select(tax => Body("fees", tax)),
        ];

        TaxBody Body(string id, Tax tax) => new(id, tax.Name, currency.ToDecimal(tax.Value), Rate(tax.Name) * 100);

        // Two destinations may have taxes of one name and two rates, and an item may go to both.
        decimal? Rate(string name) => rates.Where(r => r.Name == name).Select(r => r.Rate).Distinct().ToList() is [var rate] ? rate : null;
    }
}

/// <summary>A gift certificate that pays for a part of the order.</summary>
/// <param name="Balance">What is on it now.</param>
/// <param name="PurchaseDate">ISO 8601 date.</param>
/// <param name="Code">Its last characters only: who knows the whole code can spend it. The checkout takes it for the certificate.</param>
public sealed record AppliedCertificate(decimal Balance, string Code, string? PurchaseDate)
{
    internal static AppliedCertificate Of(GiftCard card, Payment payment) =>
        new(
            Currency.Of(card.Currency).ToDecimal(card.Balance),
            GiftCardCode.Masked(payment.LastFour),
            card.PurchasedAt?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
}

/// <param name="GeoCountryCode">We do not look up where a request comes from.</param>
/// <param name="SessionHash">SHA-256 of the order's session, lower-case hex.</param>
/// <param name="DeviceSessionId">Payment providers here assign none.</param>
public sealed record Meta(string? GeoCountryCode, string? SessionHash, string? DeviceSessionId)
{
    public static Meta None { get; } = new(null, null, null);

    public static Meta Of(Order order) =>
        new(null, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(order.ApiSessionId))), null);
}

public sealed record CheckoutAnswer(CheckoutBody Data, Meta Meta);

public sealed record CheckoutsAnswer(ImmutableArray<CheckoutBody> Data, Meta Meta);
