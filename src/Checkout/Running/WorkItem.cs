using Checkout.Stores;

namespace Checkout.Running;

/// <summary>Work on an order that waits.</summary>
/// <param name="Since">When it was to be done first.</param>
/// <param name="Reason">Why it waits; null when it only has not had its turn.</param>
public sealed record WorkItem(
    WorkId Id,
    string Kind,
    string PublicOrderId,
    DateTimeOffset DueAt,
    DateTimeOffset Since,
    string? Reason,
    int Tries
)
{
    public const string DeadLetter = "dead_letter";

    public string OrderNumber => Orders.OrderNumber.Of(PublicOrderId);

    public static WorkItem Of(WakeUp wakeUp) =>
        new(
            WorkId.Of(wakeUp),
            wakeUp.Kind.Replace('-', '_'),
            wakeUp.PublicOrderId,
            wakeUp.Due,
            wakeUp.Since ?? wakeUp.Due,
            wakeUp.Reason,
            wakeUp.Attempt
        );

    public static WorkItem Of(DeadLetter letter) =>
        new(
            WorkId.Of(letter),
            DeadLetter,
            letter.PublicOrderId,
            letter.At,
            letter.Message.CreatedAt,
            letter.Reason,
            letter.Message.Attempts
        );
}
