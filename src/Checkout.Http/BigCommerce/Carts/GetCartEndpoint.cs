using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Carts;

/// <summary>Reads a cart: one storage transaction.</summary>
public sealed class GetCartEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await checkouts.Read(call), order => Checkouts.CartOf(call, order));
}
