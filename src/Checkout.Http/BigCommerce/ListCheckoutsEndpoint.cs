using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// The one checkout of a shopper, or the newest open ones of a client's shop (docs/contract/bigcommerce.md#checkouts). The latter
/// costs a storage transaction for each of them and one for their list: each order has a partition of its own.
/// </summary>
public sealed class ListCheckoutsEndpoint(Checkouts checkouts, IOrderStore store, IOrderLookup lookup) : ISlice
{
    public const int Most = 50;

    public async Task<Reply> Handle(Call call)
    {
        IReadOnlyList<string> ids = call.BoundOrderId is { } bound
            ? [bound]
            : await lookup.NewestOpen(call.ShopIdentifier, Most, call.Cancellation);
        var loaded = await Task.WhenAll(ids.Select(id => store.Load(id, call.Cancellation)));
        var bodies = ImmutableArray.CreateBuilder<CheckoutBody>();
        foreach (var order in loaded.Select(stored => stored?.Order))
            if (order is not null && order.ShopIdentifier == call.ShopIdentifier && (call.BoundOrderId is not null || !order.IsFinal))
                bodies.Add(await checkouts.Body(call, order));
        return Reply.Of(
            new CheckoutsAnswer(
                bodies.ToImmutable(),
                call.BoundOrderId is not null && loaded is [{ Order: { } own }] ? Meta.Of(own) : Meta.None
            )
        );
    }
}
