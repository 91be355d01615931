namespace Checkout.Orders;

/// <summary>Units of a line that come back with a refund.</summary>
public sealed record ReturnedLine(string LineItemKey, int Quantity);
