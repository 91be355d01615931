using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>What a deployment without a mail server uses: no letter can be handed over.</summary>
public sealed class NoMailServer : IEmails
{
    public Task<bool> SendRefundNotice(Order order, Shop shop, long amount, string messageId, CancellationToken cancellation) =>
        Task.FromResult(false);

    public Task<bool> SendReceipt(Order order, Shop shop, string messageId, CancellationToken cancellation) => Task.FromResult(false);
}
