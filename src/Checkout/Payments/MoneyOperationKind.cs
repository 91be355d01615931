namespace Checkout.Payments;

public enum MoneyOperationKind
{
    Authorize,
    Capture,
    Void,
    Refund,
}
