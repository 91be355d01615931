using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>The flows that an order may name: those of the shop.</summary>
public sealed class GetAvailableFlowsEndpoint(IShops shops) : ISlice
{
    public Task<Reply> Handle(Call call) => new GetFlowsEndpoint(shops).Handle(call);
}
