namespace Checkout.Orders;

/// <param name="Amount">Minor units.</param>
public sealed record WalletShipping(string Id, string Label, long Amount);
