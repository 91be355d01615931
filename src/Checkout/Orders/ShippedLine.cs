namespace Checkout.Orders;

/// <param name="Quantity">Units of the line that are in the shipment, one or more.</param>
public sealed record ShippedLine(string LineItemKey, int Quantity);
