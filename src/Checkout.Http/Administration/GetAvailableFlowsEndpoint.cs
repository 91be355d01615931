using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

/// <summary>The flows that an order may name: those of the shop.</summary>
public sealed class GetAvailableFlowsEndpoint(IShops shops) : ISlice
{
    public Task<IResult> Handle(Call call) => new GetFlowsEndpoint(shops).Handle(call);
}
