using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>Whom and where a wallet knows once its shopper agreed.</summary>
public sealed record WalletShopper(string FirstName, string LastName, string EmailAddress, Address Shipping, Address Billing);
