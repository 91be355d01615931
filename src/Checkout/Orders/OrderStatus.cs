namespace Checkout.Orders;

public enum OrderStatus
{
    /// <summary>Being filled in; a draft until processed.</summary>
    Open,

    /// <summary>Being processed: closed to changes until it is processed or refused.</summary>
    Processing,
    Processed,
    Canceled,
}
