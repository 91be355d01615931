namespace Checkout.Http.Backend.Orders;

/// <summary>Units of a line of the order.</summary>
public sealed record LineQuantityState(string LineItemKey, int Quantity);
