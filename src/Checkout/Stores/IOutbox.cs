using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>
/// The messages that orders still have to send. They are written with the commit that led to them
/// (<see cref="Orders.Order.Send"/>) and removed when delivered, so each leaves at least once.
/// </summary>
public interface IOutbox
{
    /// <summary>Oldest first, one storage transaction.</summary>
    Task<IReadOnlyList<OutboxMessage>> Pending(string publicOrderId, CancellationToken cancellation);

    /// <summary>
    /// Puts a message into an outbox beside any commit; one of the same id that waits is replaced. The caller wakes the outbox up.
    /// </summary>
    /// <param name="owner">An order's public id, or the name of a shop's own outbox.</param>
    Task Put(string owner, OutboxMessage message, CancellationToken cancellation);

    /// <summary>Writes the number of attempts and when the next one may be; harmless when the message is gone.</summary>
    Task Update(string publicOrderId, OutboxMessage message, CancellationToken cancellation);

    /// <summary>The message is delivered; harmless when it is gone.</summary>
    Task Remove(string publicOrderId, OutboxMessage message, CancellationToken cancellation);

    /// <summary>
    /// Every message of the bundle is removed (<see cref="OutboxPlace.Bundle"/>): nothing is left to keep; harmless when it is gone.
    /// </summary>
    Task Discard(string publicOrderId, string bundle, CancellationToken cancellation);

    /// <summary>Gives up: moves the message to the shop's dead letters, where it waits for <see cref="Replay"/>.</summary>
    Task Bury(string shop, DeadLetter letter, CancellationToken cancellation);

    /// <summary>
    /// The oldest messages first, at most <paramref name="count"/>; from the oldest, or from behind the letter of that id.
    /// </summary>
    Task<IReadOnlyList<DeadLetter>> DeadLetters(string shop, string? after, int count, CancellationToken cancellation);

    /// <summary>Of all shops; at most a thousand are told apart.</summary>
    Task<long> CountDeadLetters(CancellationToken cancellation);

    /// <summary>Null when there is none of that id.</summary>
    Task<DeadLetter?> DeadLetter(string shop, string id, CancellationToken cancellation);

    /// <summary>
    /// Puts a dead letter back into the outbox of its order with no attempts made, and takes it off the list. The caller
    /// wakes the order's outbox up.
    /// </summary>
    Task Replay(string shop, DeadLetter letter, CancellationToken cancellation);
}
