using Checkout.Changing.Taxes;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Storefront.Taxes;

/// <summary>
/// Calculates the taxes and puts them on the order, where they stay until this is called again
/// (docs/contract/storefront.md#taxes).
/// </summary>
public sealed class GenerateTaxesEndpoint(ShopperOrder orders, ITaxRates rates) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var changed = await orders.Change(
            call,
            null,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                if ((order.ShippingAddress ?? order.BillingAddress) is not { } address)
                    return Problem.Order("tax", "Taxes need an address.", "tax");
                var found = await rates.For(order, shop, address, cancellation);
                return found.Map(applicable =>
                    GenerateTaxes.Decide(order, applicable, shop.Checkout.TaxIncluded).Record("taxes.generated", occasion)
                );
            }
        );
        return Reply.Of(changed, TaxesAnswer.Of);
    }
}
