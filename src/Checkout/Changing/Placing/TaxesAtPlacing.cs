using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Changing.Placing;

/// <summary>
/// An order becomes final with the taxes of what it holds, and with no other total than its shopper saw
/// (docs/contract/decisions.md, D27).
/// </summary>
public static class TaxesAtPlacing
{
    /// <summary>
    /// True when the taxes must be calculated again: they were calculated from something else, or nobody knows from what.
    /// An order without taxes has none to check, one of which money was captured costs what was captured, and the taxes of a simple
    /// one are its platform's.
    /// </summary>
    public static bool AreStale(Order order, Shop shop) =>
        order is { Status: OrderStatus.Open, Taxes: not null, ClosedBecause: null, IsSimple: false } && !TaxedContent.IsTaxed(order, shop);

    /// <summary>The order with the taxes of now, and why it is not placed: its total is another one. Null when it is the same.</summary>
    /// <param name="rates">What applies now; null when the order has no address any more, and so no taxes.</param>
    public static (Order Order, Problem? Changed) Renew(Order order, TaxRates? rates, Shop shop)
    {
        var renewed = rates is null ? order with { Taxes = null } : GenerateTaxes.Decide(order, rates, shop.Checkout.TaxIncluded);
        return (renewed, OrderPrice.Of(renewed).Total == OrderPrice.Of(order).Total ? null : Changed());
    }

    /// <summary>Told apart by its sub-type from taxes that were never calculated.</summary>
    public static Problem Changed() =>
        Problem.Order(
            "tax",
            "The order has changed since its taxes were calculated. They are calculated again; "
                + "check the new total and place the order once more.",
            "tax_changed"
        );
}
