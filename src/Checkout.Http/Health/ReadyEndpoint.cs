using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Health;

/// <summary>Whether requests should come here.</summary>
public sealed class ReadyEndpoint(Readiness readiness) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var state = await readiness.Check(call.Cancellation);
        return Reply.Of(state) with { Status = state.Status == Readiness.Ready ? null : StatusCodes.Status503ServiceUnavailable };
    }
}
