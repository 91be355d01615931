using System.Collections.Immutable;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Replaces the order's shipping by what the shop charges.</summary>
public sealed class CalculateShipping(IShippingLines lines) : ICreateOrderCommand
{
    public string Name => "calculate_shipping";

    public ImmutableArray<Problem> Check(Order order) => [.. Missing.Open(order), .. Missing.ShippingAddress(order)];

    public async Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation)
    {
        var order = run.Session.Order;
        var offered = await lines.Offer(order with { ShippingSupplied = false }, run.Shop, cancellation);
        return offered.Then(found => IsShippedEverywhere(found) ? SelectShippingLine.Cheapest(found) : (Result<Order>)NotShipped());
    }

    private static bool IsShippedEverywhere(Order order) =>
        !order.RequiresShipping
        || (
            order.Shipping.Destinations is { } destinations
                ? destinations.Values.All(shipping => !shipping.Offered.IsEmpty)
                : !order.Shipping.Offered.IsEmpty
        );

    private static Problem NotShipped() =>
        new("The shop does not ship to this address.", "address", "country_code", "no_shipping_to_address")
        {
            Severity = "critical",
            AddressType = "shipping",
        };
}
