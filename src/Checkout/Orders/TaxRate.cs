namespace Checkout.Orders;

/// <summary>A named rate: 0.05 is five per cent.</summary>
public sealed record TaxRate(string Name, decimal Rate);
