using Checkout.Orders;

namespace Checkout.Stores;

/// <param name="Reason">Why it was given up, such as the last status; nothing personal.</param>
public sealed record DeadLetter(string PublicOrderId, OutboxMessage Message, string Reason, DateTimeOffset At)
{
    /// <summary>Sorts by the age of the message; the same when it is buried again.</summary>
    public string Id => $"{Message.CreatedAt.UtcTicks:D19}-{Message.Id}";
}
