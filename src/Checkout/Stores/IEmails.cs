using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>
/// Letters to shoppers. False when a letter could not be handed over; nothing else fails because of it. The same message
/// id may come twice after a crash: an adapter uses it as the Message-ID, so that mail servers can tell.
/// </summary>
public interface IEmails
{
    /// <param name="amount">Minor units of the order's currency.</param>
    Task<bool> SendRefundNotice(Order order, Shop shop, long amount, string messageId, CancellationToken cancellation);

    Task<bool> SendReceipt(Order order, Shop shop, string messageId, CancellationToken cancellation);
}
