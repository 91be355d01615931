using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>What may be overridden (docs/contract/overrides.md).</summary>
public static class OverrideKinds
{
    public const string AddressValidate = "address_validate";
    public const string Discount = "discount";
    public const string Inventory = "inventory";
    public const string Shipping = "shipping";
    public const string Tax = "tax";

    public static readonly ImmutableArray<string> All = [AddressValidate, Discount, Inventory, Shipping, Tax];

    public static bool Has(string kind) => All.Contains(kind, StringComparer.Ordinal);
}
