using Checkout.Orders;

namespace Checkout.Webhooks;

/// <summary>Writes what subscribers are sent. The wire knows how an order looks there.</summary>
public interface IWebhookBodies
{
    /// <summary>
    /// What every message of a commit ends with: the members of the body that show the order (<see cref="OutboxMessage.Shared"/>).
    /// </summary>
    string WriteShared(Order order);

    /// <summary>A JSON object with the rest of the body.</summary>
    string Write(Order order, OrderNotice notice, DateTimeOffset at);
}
