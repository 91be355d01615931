namespace Checkout.Orders;

/// <param name="Quantity">Units, positive.</param>
public sealed record OwedUnits(string Sku, long Quantity);
