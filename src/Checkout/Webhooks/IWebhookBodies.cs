using Checkout.Orders;

namespace Checkout.Webhooks;

/// <summary>Writes what subscribers are sent. The wire knows how an order looks there.</summary>
public interface IWebhookBodies
{
    /// <summary>A JSON body.</summary>
    string Write(Order order, OrderNotice notice, DateTimeOffset at);
}
