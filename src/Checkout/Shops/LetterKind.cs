namespace Checkout.Shops;

/// <summary>What a letter tells its reader (docs/mail.md#letters).</summary>
public enum LetterKind
{
    OrderConfirmation,
    Shipped,
    Refunded,
    Canceled,

    /// <summary>A placed order could not be charged.</summary>
    PaymentFailed,

    /// <summary>The shopper left a checkout; the letter leads back to it.</summary>
    Abandoned,

    /// <summary>The code of a gift card, for its receiver.</summary>
    GiftCard,
}
