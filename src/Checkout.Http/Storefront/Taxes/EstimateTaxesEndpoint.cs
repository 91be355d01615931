using System.Collections.Immutable;
using Checkout.Changing.Taxes;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Storefront.Addresses;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Stores;

namespace Checkout.Http.Storefront.Taxes;

/// <summary>The taxes at another address; the order stays as it is.</summary>
public sealed class EstimateTaxesEndpoint(ShopperOrder orders, ITaxRates rates) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await EstimatedAddress.Read(call, orders);
        if (!read.Succeeded)
            return read.Problems;
        var (order, address) = read.Value;
        var moved = order with { ShippingAddress = address };
        var found = await rates.For(order, call.Shop, address, call.Cancellation);
        return Reply.Of(
            found,
            applicable => new TaxesAnswer(
                TaxState.Of(OrderPrice.Of(GenerateTaxes.Decide(moved, applicable, call.Shop.Checkout.TaxIncluded)).Taxes),
                ApplicationState.Of(order)
            )
        );
    }
}

public sealed record TaxesAnswer(ImmutableArray<TaxState> Taxes, ApplicationState ApplicationState)
{
    public static TaxesAnswer Of(Order order) => new(TaxState.Of(OrderPrice.Of(order).Taxes), ApplicationState.Of(order));
}
