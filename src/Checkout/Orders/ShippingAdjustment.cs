namespace Checkout.Orders;

/// <summary>A change to every shipping line: multiplied first, then added to; minor units.</summary>
/// <param name="Id">The action it came from; the same action raised again replaces it.</param>
public sealed record ShippingAdjustment(decimal Multiplier, long Add, string? LineText, string Id = "");
