namespace Checkout.Orders;

public enum GiftCardStatus
{
    Active,
    Spent,
    Expired,
    Disabled,
}
