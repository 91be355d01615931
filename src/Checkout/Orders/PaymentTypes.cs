namespace Checkout.Orders;

/// <summary>The tender types a payment can have.</summary>
public static class PaymentTypes
{
    public const string CreditCard = "credit_card";
    public const string GiftCard = "gift_card";
}
