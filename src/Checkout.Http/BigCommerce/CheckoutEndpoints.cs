using System.Collections.Immutable;
using Checkout.Http.Shipping;
using Checkout.Orders;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.BigCommerce;

/// <summary>Today's API may want the shipping options with it, which an override of the shop's is asked for.</summary>
public sealed class GetCheckoutEndpoint(Checkouts checkouts, OfferShipping offer) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var order = CurrentApi.WantsShippingOptions(call)
            ? await checkouts.Change(call, null, (order, shop, _, cancellation) =>
                order.ClosedBecause is null ? offer.To(order, shop, cancellation) : ValueTask.FromResult<Result<Order>>(order))
            : await checkouts.Read(call);
        return !order.Succeeded || CurrentApi.IsAskedFor(call)
            ? await checkouts.Answer(call, order)
            : Answers.Flat(new CheckoutAnswer(await checkouts.Body(call, order.Value), Meta.Of(order.Value)));
    }
}

/// <summary>Today's API: what the shopper says to the shop with the order.</summary>
public sealed class UpdateCheckoutEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<CheckoutUpdate>()).Then(body => new Fields()
            .Required("customerMessage", (object?)body.CustomerMessage)
            .Text("customerMessage", body.CustomerMessage, PlaceOrderEndpoint.LongestMessage)
            .Then(() => body.CustomerMessage!));
        if (!read.Succeeded)
            return Answers.Refused(call.Endpoint, read.Problems);
        return await checkouts.Answer(call, await checkouts.Change(call, null, (order, _, occasion) =>
            ChangeMetaData.Merge(order, new MetaDataChange { Notes = read.Value }, occasion)));
    }
}

public sealed record CheckoutUpdate(string? CustomerMessage);

/// <summary>
/// The one checkout of a shopper, or the newest open ones of a client's shop (reference/wire-contract.md, H14). The latter
/// costs a storage transaction for each of them and one for their list: orders lie in partitions of their own.
/// </summary>
public sealed class ListCheckoutsEndpoint(Checkouts checkouts, IOrderStore store, IOrderLookup lookup) : ISlice
{
    public const int Most = 50;

    public async Task<IResult> Handle(Call call)
    {
        IReadOnlyList<string> ids = call.BoundOrderId is { } bound ? [bound] : await lookup.NewestOpen(call.ShopIdentifier, Most, call.Cancellation);
        var loaded = await Task.WhenAll(ids.Select(id => store.Load(id, call.Cancellation)));
        var bodies = ImmutableArray.CreateBuilder<CheckoutBody>();
        foreach (var order in loaded.Select(stored => stored?.Order))
            if (order is not null && order.ShopIdentifier == call.ShopIdentifier && (call.BoundOrderId is not null || !order.IsProcessed))
                bodies.Add(await checkouts.Body(call, order));
        return Answers.Flat(new CheckoutsAnswer(
            bodies.ToImmutable(),
            call.BoundOrderId is not null && loaded is [{ Order: { } own }] ? Meta.Of(own) : Meta.None));
    }
}
