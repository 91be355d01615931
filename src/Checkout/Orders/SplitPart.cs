namespace Checkout.Orders;

/// <summary>An order that another one was pushed to the platform with as a part of it (docs/contract/plugins.md#split-orders).</summary>
/// <param name="PlatformOrderId">What the platform calls it.</param>
public sealed record SplitPart(string PublicOrderId, string? PlatformOrderId);
