using System.Collections.Immutable;
using Checkout.Http.Addresses;
using Checkout.Http.Contracts;
using Checkout.Http.Orders;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Taxes;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Taxes;

/// <summary>
/// Reckons the taxes and puts them on the order, where they stay until this is called again
/// (reference/storefront-api.txt, Update Shipping Address).
/// </summary>
public sealed class GenerateTaxesEndpoint(ShopperOrder orders, ITaxRates rates) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var changed = await orders.Change(call, null, async (order, shop, occasion, cancellation) =>
        {
            if (order.ClosedBecause is { } closed)
                return closed;
            if ((order.ShippingAddress ?? order.BillingAddress) is not { } address)
                return Problem.Order("tax", "Taxes need an address.", "tax");
            var found = await rates.For(order, shop, address, cancellation);
            return found.Map(applicable => GenerateTaxes.Decide(order, applicable, shop.Checkout.TaxIncluded).Record("taxes.generated", occasion));
        });
        return Answers.Of(changed, TaxesAnswer.Of);
    }
}

public sealed class GetTaxesEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(await orders.Read(call), TaxesAnswer.Of);
}

/// <summary>The taxes at another address; the order stays as it is.</summary>
public sealed class EstimateTaxesEndpoint(ShopperOrder orders, ITaxRates rates) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = await EstimatedAddress.Read(call, orders);
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        var (order, address) = read.Value;
        var moved = order with { ShippingAddress = address };
        var found = await rates.For(moved, call.Shop, address, call.Cancellation);
        return Answers.Of(found, applicable => new TaxesAnswer(
            TaxState.Of(OrderPrice.Of(GenerateTaxes.Decide(moved, applicable, call.Shop.Checkout.TaxIncluded)).Taxes),
            ApplicationState.Of(order)));
    }
}

public sealed record TaxesAnswer(ImmutableArray<TaxState> Taxes, ApplicationState ApplicationState)
{
    public static TaxesAnswer Of(Order order) => new(TaxState.Of(OrderPrice.Of(order).Taxes), ApplicationState.Of(order));
}
