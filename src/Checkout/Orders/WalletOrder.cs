using System.Collections.Immutable;
using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>
/// An order as the back office described it to a wallet (docs/contract/payments.md#wallet-orders-of-the-back-office). It is what the wallet
/// shows its shopper; what is charged the order itself says.
/// </summary>
/// <param name="GatewayPublicId">The gateway whose wallet it is.</param>
public sealed record WalletOrder(string GatewayPublicId)
{
    public string Locale { get; init; } = "";
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string EmailAddress { get; init; } = "";
    public Address? ShippingAddress { get; init; }
    public WalletShipping? SelectedShipping { get; init; }
    public ImmutableArray<WalletShipping> ShippingOptions { get; init; } = [];

    public ImmutableArray<WalletItem> Items { get; init; } = [];

    /// <summary>What the platform says the order costs, minor units; null when it did not say.</summary>
    public long? Amount { get; init; }

    /// <summary>As <see cref="Amount"/>, of the items alone.</summary>
    public long? ItemTotal { get; init; }
    public long? TaxTotal { get; init; }
    public long? Discount { get; init; }

    /// <summary>The method is to be kept for the customer's next order.</summary>
    public bool Retain { get; init; }

    /// <summary>Such as paypal.</summary>
    public string PaymentSource { get; init; } = "";

    /// <summary>Who decides on shipping: fixed or dynamic.</summary>
    public string ShippingStrategy { get; init; } = "";
}
