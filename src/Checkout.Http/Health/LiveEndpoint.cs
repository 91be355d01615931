using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Health;

/// <summary>Touches nothing: a store that is down is no reason to restart the process.</summary>
public sealed class LiveEndpoint : ISlice
{
    public Task<IResult> Handle(Call call) => Task.FromResult(Answers.Flat(new HealthState("live")));
}
