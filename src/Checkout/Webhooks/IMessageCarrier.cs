using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>Takes the messages of one kind from the outbox to their receivers.</summary>
public interface IMessageCarrier
{
    /// <summary>Of the messages that it carries (<see cref="OutboxMessage.Kind"/>).</summary>
    string Kind { get; }

    /// <summary>
    /// The server that takes the message: those of one order to one server go one after the other, and a server that keeps failing is
    /// left alone for a while.
    /// </summary>
    string Server(Shop shop, OutboxMessage message);

    /// <summary>Why a message is not even tried, fit for a dead letter; null when it is.</summary>
    string? Unwanted(Shop shop, OutboxMessage message);

    /// <summary>Never throws for the other side's faults. What is of no interest any more counts as taken.</summary>
    /// <param name="order">Null for a message of a shop that is about no order.</param>
    Task<Delivery> Carry(Shop shop, Order? order, OutboxMessage message, CancellationToken cancellation);
}
