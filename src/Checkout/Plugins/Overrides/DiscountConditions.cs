namespace Checkout.Plugins.Overrides;

/// <summary>What a condition of an override's discount may be about (docs/contract/overrides.md#discount).</summary>
public static class DiscountConditions
{
    public const string EmailEquals = "emailEquals";
    public const string CartTotalMin = "cartTotalMin";
    public const string ShippingCostMin = "shippingCostMin";
    public const string ShippingCostMax = "shippingCostMax";
    public const string InCountries = "inCountries";
    public const string UseLimitPerCustomer = "useLimitPerCustomer";
    public const string UseLimitReached = "use_limit_reached";
}
