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
        after.Status is OrderStatus.Open && GoesNowhereElse(before, after) ? Wherever(before, after, shop) : after;

    /// <summary>
    /// The same for what plugins make of an order after it was placed: what they add is taxed as the rest, and what they send elsewhere
    /// as there, for nobody calculates it again.
    /// </summary>
    public static Order Amended(Order before, Order after, Shop shop) =>
        after.Status is OrderStatus.Processed ? Wherever(before, after, shop) : after;

    /// <summary>As both, whatever the status, and also where an address has changed.</summary>
    public static Order Wherever(Order before, Order after, Shop shop) =>
        !ReferenceEquals(before, after)
        && after.Taxes is not null
        && !after.Plugins.Overrides.ContainsKey(OverrideKinds.Tax)
        && TaxRates.Of(shop, after) is { } rates
        && TaxedContent.IsTaxed(before, shop)
        && !TaxedContent.IsTaxed(after, shop)
            ? GenerateTaxes.Decide(after, rates, shop.Checkout.TaxIncluded)
            : after;

    /// <summary>Every address that something goes to was one before.</summary>
    public static bool GoesNowhereElse(Order before, Order after) =>
        TaxedContent.AddressOf(after) == TaxedContent.AddressOf(before)
        && OrderDestinations.Elsewhere(before) is var known
        && OrderDestinations.Elsewhere(after).All(d => known.Any(was => was.Address == d.Address));
}
