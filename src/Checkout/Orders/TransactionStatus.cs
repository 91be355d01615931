namespace Checkout.Orders;

public enum TransactionStatus
{
    /// <summary>The intent is written; the gateway may or may not have heard of it.</summary>
    Pending,
    Succeeded,
    Failed,

    /// <summary>The shopper must confirm (SCA) before the gateway decides.</summary>
    NeedsAction,
}
