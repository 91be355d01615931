namespace Checkout.Orders;

public enum TransactionKind
{
    Authorize,
    Capture,
    Void,
    Refund,
}
