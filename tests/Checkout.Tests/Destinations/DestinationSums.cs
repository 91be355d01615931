using Checkout.Orders;
using Checkout.Pricing;
using Shouldly;

namespace Checkout.Tests.Destinations;

internal static class DestinationSums
{
    /// <summary>Shipping, its discounts and the taxes of the destinations are the order's, with those of fees.</summary>
    public static void ShouldAddUp(this Order order)
    {
        var price = OrderPrice.Of(order);
        var destinations = PricedDestination.Of(order, price);
        destinations.Sum(d => d.Cost).ShouldBe(price.Shipping);
        destinations.Sum(d => d.Discounted).ShouldBe(price.ShippingDiscounts.Sum(discount => discount.Value));
        (destinations.Sum(d => d.Taxes.Sum()) + order.Taxes!.Fees.Sum(tax => tax.Value)).ShouldBe(price.Taxes.Sum(tax => tax.Value));
    }

    public static long Sum(this DestinationTaxes taxes) =>
        taxes.Lines.Values.Sum(line => line.Sum(tax => tax.Value)) + taxes.Shipping.Sum(tax => tax.Value);
}
