namespace Checkout.Orders;

/// <param name="Id">The action it came from.</param>
/// <param name="Value">Minor units for each unit of the line.</param>
public sealed record PriceAdjustment(string Id, string LineItemKey, long Value);
