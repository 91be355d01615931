using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Addresses;

/// <summary>
/// Puts an address on the order in place of the one there, or takes it away (docs/contract/storefront.md#addresses).
/// Taxes stay as they were generated; a selected shipping line that the new address does not support is dropped.
/// </summary>
public static class SetAddress
{
    /// <param name="verdict">What an address override found; null applies the built-in rules.</param>
    public static Result<Order> Decide(
        Order order,
        Shop shop,
        AddressKind kind,
        Address address,
        Occasion occasion,
        ImmutableArray<Problem>? verdict = null
    )
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var resolved = ResolveAddress.Of(address);
        var problems = verdict ?? AddressRules.Check(resolved, shop, kind);
        if (!problems.IsEmpty)
            return problems;
        return Put(order, shop, kind, resolved, occasion);
    }

    /// <summary>
    /// As Decide, where country and province may not be blank (docs/contract/storefront.md#addresses):
    /// an update names every field, so a blank one is a mistake and not left to be filled in.
    /// </summary>
    public static Result<Order> Update(
        Order order,
        Shop shop,
        AddressKind kind,
        Address address,
        Occasion occasion,
        ImmutableArray<Problem>? verdict = null
    )
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var blank = Blank(address, kind).ToImmutableArray();
        return blank.IsEmpty ? Decide(order, shop, kind, address, occasion, verdict) : blank;
    }

    public static Result<Order> Delete(Order order, Shop shop, AddressKind kind, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        return (kind is AddressKind.Shipping ? order.ShippingAddress : order.BillingAddress) is null
            ? order
            : Put(order, shop, kind, null, occasion);
    }

    private static Order Put(Order order, Shop shop, AddressKind kind, Address? address, Occasion occasion)
    {
        var verb = address is null ? "removed" : "set";
        if (kind is AddressKind.Billing)
            return (order with { BillingAddress = address }).Record($"billing_address.{verb}", occasion);
        if (address is not null && order.FurtherShippingAddresses.Any(further => further.Id == address.Id))
            address = address with { Id = order.ShippingAddress?.Id };
        var moved = (order with { ShippingAddress = address }).Record($"shipping_address.{verb}", occasion);
        return Relist.After(moved, shop, order);
    }

    private static IEnumerable<Problem> Blank(Address address, AddressKind kind)
    {
        if (string.IsNullOrWhiteSpace(address.Country))
            yield return Blank("country");
        if (string.IsNullOrWhiteSpace(address.CountryCode))
            yield return Blank("country_code");
        if (Countries.Find(address.CountryCode) is not { NeedsProvince: true })
            yield break;
        if (string.IsNullOrWhiteSpace(address.Province))
            yield return Blank("province");
        if (string.IsNullOrWhiteSpace(address.ProvinceCode))
            yield return Blank("province_code");

        Problem Blank(string field) =>
            Problem.Address(field, $"The field {field} cannot be left blank.") with
            {
                AddressType = kind is AddressKind.Shipping ? "shipping" : "billing",
            };
    }
}
