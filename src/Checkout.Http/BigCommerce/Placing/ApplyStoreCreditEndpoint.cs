using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>Shops here keep no store credit, so applying it, or taking it off, leaves the checkout as it is.</summary>
public sealed class ApplyStoreCreditEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call) => await checkouts.Answer(call, await checkouts.Read(call));
}
