using System.Collections.Immutable;

namespace Checkout.Plugins.Overrides;

/// <summary>What a discount of an override takes, and from what (docs/contract/overrides.md#discount).</summary>
public static class DiscountKinds
{
    public const string FixedAmount = "FixedAmount";
    public const string Percentage = "Percentage";
    public const string FreeShipping = "FreeShipping";
    public const string ShippingFixedAmount = "ShippingFixedAmount";
    public const string ShippingPercentage = "ShippingPercentage";
    public const string FixedExceptProductsInList = "FixedExceptProductsInList";
    public const string PercentageExceptProductsInList = "PercentageExceptProductsInList";
    public const string FixedProductsInList = "FixedProductsInList";
    public const string PercentageProductsInList = "PercentageProductsInList";

    public static readonly ImmutableArray<string> All =
    [
        FixedAmount,
        Percentage,
        FreeShipping,
        ShippingFixedAmount,
        ShippingPercentage,
        FixedExceptProductsInList,
        PercentageExceptProductsInList,
        FixedProductsInList,
        PercentageProductsInList,
    ];
}
