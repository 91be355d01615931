using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Backend.Work;

/// <param name="Outcome">done, or put_off with the work in its place.</param>
public sealed record WorkOutcomeData(string Outcome, WorkState? Work);

/// <summary>Does one piece of waiting work at once (docs/contract/backend.md#work).</summary>
public sealed class RunWorkEndpoint(RunWork run, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        if (WorkId.Read(call.Route(BackendRoutes.WorkId)) is not { } id)
            return Problem.NotFound("There is no such work any more.");
        var outcome = await run.Run(call.ShopIdentifier, id, call.Cancellation);
        return Reply.Of(
            outcome,
            done => new WorkOutcomeData(
                done.PutOff is null ? "done" : "put_off",
                done.PutOff is { } later ? WorkState.Of(WorkItem.Of(later), time.GetUtcNow()) : null
            )
        );
    }
}
