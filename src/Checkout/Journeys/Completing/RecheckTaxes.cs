using Checkout.Changing.Placing;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Completing;

/// <summary>Asks for rates when an order would become final with taxes of something else. Costs nothing while they are right.</summary>
public sealed class RecheckTaxes(ITaxRates rates, TimeProvider time)
{
    /// <summary>
    /// The order with the taxes of what it holds, and the refusal when its total is another one now. Refused: an override
    /// that does not answer (upstream).
    /// </summary>
    public async ValueTask<Result<RecheckedTaxes>> Of(Order order, Shop shop, string actor, CancellationToken cancellation)
    {
        if (!TaxesAtPlacing.AreStale(order, shop))
            return new RecheckedTaxes(order);
        var found = TaxedContent.AddressOf(order) is { } address
            ? await rates.For(order, shop, address, cancellation)
            : default(Result<TaxRates>?);
        if (found is { Succeeded: false } refused)
            return refused.Cast<RecheckedTaxes>();
        var (renewed, changed) = TaxesAtPlacing.Renew(order, found?.Value, shop);
        return new RecheckedTaxes(renewed.Record("taxes.generated", new Occasion(time.GetUtcNow(), actor)), changed);
    }
}
