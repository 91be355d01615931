using System.Collections.Immutable;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Settings;

/// <summary>Shops here have no places to pick an order up: there is never one near by.</summary>
public sealed class FindPickupOptionsEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) => Task.FromResult(Reply.Of(new PickupOptions([])));
}

public sealed record PickupOptions(ImmutableArray<string> Results);
