namespace Checkout.Orders;

/// <param name="UnitAmount">Minor units; null when the platform did not say.</param>
public sealed record WalletItem(string Name, string Sku, long? UnitAmount, int Quantity);
