using Checkout.Http.Frame;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Administration;

/// <summary>Puts a dead letter back into its order's outbox.</summary>
public sealed class ReplayDeadLetterEndpoint(IOutbox outbox, ReplayMessages replay) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var shop = call.Route(RouteNames.Shop);
        if (await outbox.DeadLetter(shop, call.Route(AdministrationRoutes.Id), call.Cancellation) is not { } letter)
            return Problem.NotFound("There is no such dead letter.");

        await replay.Replay(shop, letter, call.Cancellation);
        return Reply.Of(DeadLetterState.Of(letter));
    }
}
