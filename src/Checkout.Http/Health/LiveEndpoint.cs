using Checkout.Http.Frame;

namespace Checkout.Http.Health;

/// <summary>Touches nothing: a store that is down is no reason to restart the process.</summary>
public sealed class LiveEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) => Task.FromResult(Reply.Of(new HealthState("live")));
}
