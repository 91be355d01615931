using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.BigCommerce.Carts;

/// <summary>The visitor's one cart, or none: what a page asks first. One that was ordered is none any more.</summary>
public sealed class ListCartsEndpoint(IOrderStore store) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        if (call.BoundOrderId is not { } id || await store.Load(id, call.Cancellation) is not { Order: { IsFinal: false } order })
            return Reply.Of(ImmutableArray<SdkCart>.Empty);
        return Reply.Of<ImmutableArray<SdkCart>>([Checkouts.CartOf(call, order)]);
    }
}
