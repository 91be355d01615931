namespace Checkout.Orders;

/// <summary>A message that must leave after the commit it was written with: at least once, in order per order.</summary>
/// <param name="Id">Sorts in the order of sending.</param>
/// <param name="Kind">webhook, or state for the remote state authority.</param>
/// <param name="Topic">order/created, payment/captured, …</param>
/// <param name="Destination">Id of the webhook subscription; of a state the word itself.</param>
/// <param name="Payload">The JSON body as it will be signed and sent.</param>
public sealed record OutboxMessage(string Id, string Kind, string Topic, string Destination, string Payload)
{
    public int Attempts { get; init; }

    /// <summary>When it may be tried again; whoever comes earlier, for another message of the order, leaves it alone.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
