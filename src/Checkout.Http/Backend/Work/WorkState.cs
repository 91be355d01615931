using Checkout.Running;

namespace Checkout.Http.Backend.Work;

/// <param name="Id">For <c>run</c>; another one once the work was put off.</param>
/// <param name="Kind">
/// create_order, reconcile, delayed_capture, platform_order, abandoned_checkout, outbox, list_order, dead_letter and the like.
/// </param>
/// <param name="DueAt">When it is taken up next; of a dead letter, when it was given up.</param>
/// <param name="AgeSeconds">Since it was to be done first.</param>
/// <param name="Reason">
/// unknown_outcome, processing, message_not_taken, fault or not_done; of a dead letter, what its receiver said; null before the
/// first try.
/// </param>
public sealed record WorkState(
    string Id,
    string Kind,
    string PublicOrderId,
    string OrderNumber,
    DateTimeOffset DueAt,
    long AgeSeconds,
    string? Reason,
    int Tries
)
{
    public static WorkState Of(WorkItem item, DateTimeOffset now) =>
        new(
            item.Id.ToString(),
            item.Kind,
            item.PublicOrderId,
            item.OrderNumber,
            item.DueAt,
            Math.Max(0, (long)(now - item.Since).TotalSeconds),
            item.Reason,
            item.Tries
        );
}
