using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>Open orders of a shopper that may be abandoned, kept only for shops that look for them.</summary>
public interface IAbandonedCheckouts
{
    /// <summary>Notes an open order under its customer's e-mail address.</summary>
    Task Track(Order order, CancellationToken cancellation);

    Task<bool> IsTracked(Order order, CancellationToken cancellation);

    /// <summary>Forgets every open order of the address: the shopper has bought.</summary>
    Task Forget(string shop, string emailAddress, CancellationToken cancellation);
}
