using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Taxes;

/// <summary>
/// Keeps the taxes of an order true while its cart changes: where they were right before the change they are right after
/// it, so that the total a shopper sees is the one they pay. A change of address leaves them as they are, as the Storefront
/// API says, and a tax override is not asked (docs/contract/decisions.md, D27).
/// </summary>
public static class FollowTaxes
{
    public static Order After(Order before, Order after, Shop shop) =>
        after.Status is OrderStatus.Open ? Followed(before, after, shop) : after;

    /// <summary>The same for what plugins make of an order after it was placed: what they add is taxed as the rest.</summary>
    public static Order Amended(Order before, Order after, Shop shop) =>
        after.Status is OrderStatus.Processed ? Followed(before, after, shop) : after;

    private static Order Followed(Order before, Order after, Shop shop) =>
        !ReferenceEquals(before, after)
        && after.Taxes is not null
        && !after.Plugins.Overrides.ContainsKey(OverrideKinds.Tax)
        && TaxedContent.AddressOf(after) is { } address
        && address == TaxedContent.AddressOf(before)
        && TaxedContent.IsTaxed(before, shop)
        && !TaxedContent.IsTaxed(after, shop)
            ? GenerateTaxes.Decide(after, TaxRates.Of(shop, address), shop.Checkout.TaxIncluded)
            : after;
}
