using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Health;

/// <summary>Whether requests should come here.</summary>
public sealed class ReadyEndpoint(Readiness readiness) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var state = await readiness.Check(call.Cancellation);
        return Answers.Flat(state, state.Status == Readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
