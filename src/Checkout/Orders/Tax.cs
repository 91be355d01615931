namespace Checkout.Orders;

/// <summary>A tax amount in minor units; an included tax is already part of the price.</summary>
public sealed record Tax(string Name, long Value, bool IsIncluded);
