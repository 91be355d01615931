using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>
/// Messages that nobody took for 48 hours, oldest first, a page at a time; the next begins behind the last id of this one.
/// </summary>
public sealed class GetDeadLettersEndpoint(IOutbox outbox) : ISlice
{
    public const string After = "after";
    public const int Page = 100;

    public async Task<Reply> Handle(Call call) =>
        Reply.Of<ImmutableArray<DeadLetterState>>([
            .. (await outbox.DeadLetters(call.Route(RouteNames.Shop), call.Parameter(After), Page, call.Cancellation)).Select(
                DeadLetterState.Of
            ),
        ]);
}
