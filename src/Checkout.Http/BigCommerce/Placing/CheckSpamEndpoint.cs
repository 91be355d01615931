using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>No checkout here has to prove that it is no robot's: it is answered as it is.</summary>
public sealed class CheckSpamEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call) => await checkouts.Answer(call, await checkouts.Read(call));
}
