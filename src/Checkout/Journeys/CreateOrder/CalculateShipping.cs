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
        var offered = await lines.For(order, run.Shop, order.ShippingAddress!, cancellation);
        if (!offered.Succeeded)
            return offered.Cast<Order>();
        if (order.RequiresShipping && offered.Value.IsEmpty)
            return new Problem("The shop does not ship to this address.", "address", "country_code", "no_shipping_to_address")
            {
                Severity = "critical",
                AddressType = "shipping",
            };
        return SelectShippingLine.Calculate(order with { ShippingSupplied = false }, offered.Value);
    }
}
