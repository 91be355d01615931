using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Pricing;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Destinations;

public sealed class SplitDestinationTests
{
    [Fact]
    public void AnyDivision_SplitByAddress_PartsAddUpAndHaveTheRateAndTaxesOfTheirDestination() =>
        AnyDivision
            .Taxed()
            .Sample(order =>
            {
                var parts = SplitOrders.Split(WithSplit(order, SplitPolicies.ShippingAddress));
                var price = OrderPrice.Of(order);
                var destinations = PricedDestination.Of(order, price);
                parts.Sum(part => OrderPrice.Of(part).Total).ShouldBe(price.Total);
                parts.Sum(part => OrderPrice.Of(part).Shipping).ShouldBe(price.Shipping);
                parts.Sum(part => OrderPrice.Of(part).Discounted).ShouldBe(price.Discounted);
                parts.Sum(part => part.LineItems.Sum(line => line.Quantity)).ShouldBe(order.LineItems.Sum(line => line.Quantity));
                if (destinations.Length < 2)
                    return;
                parts.Length.ShouldBe(destinations.Length);
                foreach (var part in parts)
                {
                    var destination = destinations.Single(d => d.Destination.Address.City == part.ShippingAddress!.City);
                    var own = OrderPrice.Of(part);
                    own.Shipping.ShouldBe(destination.Cost);
                    own.Lines.Sum(line => line.Taxes.Sum(tax => tax.Value))
                        .ShouldBe(destination.Taxes.Lines.Values.Sum(t => t.Sum(x => x.Value)));
                    own.ShippingTaxes.Sum(tax => tax.Value).ShouldBe(destination.Taxes.Shipping.Sum(tax => tax.Value));
                    OrderDestinations.IsDivided(part).ShouldBeFalse();
                }
            });

    [Fact]
    public void AnyDivision_SplitByPreOrder_PartsAndTheirDestinationsAddUp() =>
        Gen.Select(AnyDivision.Taxed(), Gen.Int[0, 63])
            .Sample(
                (order, which) =>
                {
                    var marked = order with
                    {
                        LineItems = [.. order.LineItems.Select((line, i) => line with { IsPreOrder = (which >> (i % 6) & 1) == 1 })],
                    };
                    var parts = SplitOrders.Split(WithSplit(marked, SplitPolicies.PreOrder, SplitPolicies.OrderValue));
                    parts.Sum(part => OrderPrice.Of(part).Total).ShouldBe(OrderPrice.Of(marked).Total);
                    foreach (var part in parts)
                        part.ShouldAddUp();
                }
            );

    private static Order WithSplit(Order order, string type, string shipping = SplitPolicies.First) =>
        order with
        {
            Plugins = order.Plugins with
            {
                SplitConditions =
                [
                    new SplitCondition(SplitPolicies.CreateNewOrder, type, SplitPolicies.NewAuth, shipping, SplitPolicies.OrderValue),
                ],
            },
        };
}
