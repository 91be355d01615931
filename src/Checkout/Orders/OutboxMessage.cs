namespace Checkout.Orders;

/// <summary>A message that must leave after the commit it was written with: at least once, in order per order.</summary>
/// <param name="Id">Sorts in the order of sending.</param>
/// <param name="Kind">webhook, state for the remote state authority, or letter.</param>
/// <param name="Topic">order/created, payment/captured, …; of a letter its kind.</param>
/// <param name="Destination">
/// Id of the webhook subscription; of a state the word itself, or the path below its authority; of a letter customer or receiver.
/// </param>
/// <param name="Payload">The JSON body, less what it shares with the other messages of its commit (<see cref="Shared"/>).</param>
public sealed record OutboxMessage(string Id, string Kind, string Topic, string Destination, string Payload)
{
    /// <summary>
    /// Of the next message that an order sends: by commit and place in it, so that it sorts in the order of sending and is the same
    /// when the commit is tried again.
    /// </summary>
    public static string IdOf(Order order) => $"{order.Version + 1:D10}-{order.NewOutbox.Length:D3}-{order.PublicOrderId}";

    /// <summary>
    /// The last members of the body, each after its comma; the same text for every message of a commit, so that it is kept
    /// once. Empty when the payload is the whole body.
    /// </summary>
    public string Shared { get; init; } = "";

    /// <summary>The JSON body as it is signed and sent.</summary>
    public string Body => Shared.Length == 0 ? Payload : string.Concat(Payload.AsSpan(0, Payload.Length - 1), Shared, "}");

    /// <summary>Where the store keeps it together with others; null when it is kept by itself, or not yet.</summary>
    public OutboxPlace? Place { get; init; }

    public int Attempts { get; init; }

    /// <summary>When it may be tried again; whoever comes earlier, for another message of the order, leaves it alone.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
