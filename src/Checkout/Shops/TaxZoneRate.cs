namespace Checkout.Shops;

/// <param name="Rate">0.05 is five per cent.</param>
public sealed record TaxZoneRate(string Name, decimal Rate);
