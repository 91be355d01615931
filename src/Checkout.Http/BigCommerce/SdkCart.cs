using System.Collections.Immutable;
using System.Globalization;
using Checkout.Addresses;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>The cart in the names of today's API.</summary>
public sealed class SdkCart(Order order, OrderPrice price, Shop shop, string origin)
{
    private readonly Cart cart = new(order, price, shop, origin);
    private readonly Currency money = Money.Currency.Of(order.Currency.Code);

    public string Id => cart.Id;
    public long CustomerId => SdkCustomer.IdOf(order);
    public long? CompanyId { get; }
    public string? CompanyName { get; }
    public CurrentCurrency Currency => CurrentCurrency.Of(money);
    public string Email => order.Customer?.EmailAddress ?? "";
    public bool IsTaxIncluded => cart.IsTaxIncluded;
    public decimal BaseAmount => cart.BaseAmount;
    public decimal DiscountAmount => cart.DiscountAmount;
    public decimal CartAmount => cart.CartAmount;
    public ImmutableArray<SdkCoupon> Coupons => SdkCoupon.Of(cart.Coupons);
    public ImmutableArray<SdkDiscount> Discounts => SdkDiscount.Of(cart.Discounts);
    public SdkLines LineItems => SdkLines.Of(order, price, money, origin);
    public string CreatedTime => cart.CreatedTime;
    public string UpdatedTime => cart.UpdatedTime;
    public string Locale { get; } = "en";
    public long Version => order.Version;
}

public sealed record CurrentCurrency(string Name, string Code, string Symbol, int DecimalPlaces)
{
    internal static CurrentCurrency Of(Currency currency) => new(currency.Name, currency.Code, currency.Symbol, currency.Exponent);
}

public sealed record SdkCoupon(string Id, string Code, string DisplayName, string CouponType, decimal DiscountedAmount)
{
    internal static ImmutableArray<SdkCoupon> Of(ImmutableArray<AppliedCoupon> coupons) =>
        [.. coupons.Select(c => new SdkCoupon(c.Id, c.Code, c.Name, c.CouponType, c.DiscountedAmount))];
}

public sealed record SdkDiscount(string Id, decimal DiscountedAmount)
{
    internal static ImmutableArray<SdkDiscount> Of(ImmutableArray<AppliedDiscount> discounts) =>
        [.. discounts.Select(d => new SdkDiscount(d.Id.ToString(CultureInfo.InvariantCulture), d.DiscountedAmount))];
}

public sealed record SdkCustomer(
    long Id,
    bool IsGuest,
    string Email,
    string FirstName,
    string LastName,
    string FullName,
    ImmutableArray<SdkCustomerAddress> Addresses,
    decimal StoreCredit,
    bool ShouldEncourageSignIn
)
{
    /// <summary>A guest's is 0.</summary>
    internal static long IdOf(Order order) =>
        order.Customer is { IsAuthenticated: true } customer && (customer.KnownPlatformId ?? customer.PublicId) is { Length: > 0 } id
            ? NumericId.Of(id)
            : 0;

    /// <summary>Of a guest nothing is told here: name and address are the billing address's.</summary>
    internal static SdkCustomer Of(Order order) =>
        order.Customer is { IsAuthenticated: true } customer
            ? new(
                IdOf(order),
                false,
                customer.EmailAddress,
                customer.FirstName,
                customer.LastName,
                customer.Name,
                [.. customer.SavedAddresses.Select(SdkCustomerAddress.Of)],
                StoreCredit: 0,
                ShouldEncourageSignIn: false
            )
            : new(0, true, order.Customer?.EmailAddress ?? "", "", "", "", [], StoreCredit: 0, ShouldEncourageSignIn: false);
}

public sealed record SdkCustomerAddress(
    long Id,
    string Type,
    string FirstName,
    string LastName,
    string Company,
    string Address1,
    string Address2,
    string City,
    string StateOrProvince,
    string StateOrProvinceCode,
    string Country,
    string CountryCode,
    string PostalCode,
    string Phone,
    ImmutableArray<CustomField> CustomFields
)
{
    internal static SdkCustomerAddress Of(Address address, int index)
    {
        var same = SdkAddress.Of(address, null);
        return new(
            NumericId.Of(address.Id is { Length: > 0 } id ? id : $"{index + 1}"),
            "residential",
            same.FirstName!,
            same.LastName!,
            same.Company!,
            same.Address1!,
            same.Address2!,
            same.City!,
            same.StateOrProvince!,
            same.StateOrProvinceCode!,
            same.Country!,
            same.CountryCode!,
            same.PostalCode!,
            same.Phone!,
            same.CustomFields!.Value
        );
    }
}
