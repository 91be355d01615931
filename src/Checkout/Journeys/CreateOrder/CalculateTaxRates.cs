using System.Collections.Immutable;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Replaces the order's taxes by those of its shipping address.</summary>
public sealed class CalculateTaxRates(ITaxRates rates) : ICreateOrderCommand
{
    public string Name => "calculate_tax_rates";

    public ImmutableArray<Problem> Check(Order order) => [.. Missing.Open(order), .. Missing.ShippingAddress(order)];

    public async Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation)
    {
        var applicable = await rates.For(run.Session.Order, run.Shop, run.Session.Order.ShippingAddress!, cancellation);
        return applicable.Map(found => GenerateTaxes.Decide(run.Session.Order, found, run.Shop.Checkout.TaxIncluded));
    }
}
