namespace Checkout.Orders;

/// <summary>A shipping choice (docs/contract/shapes.md#shipping). Amount in minor units of the order's currency.</summary>
public sealed record ShippingLine(string Id, string Description, long Amount, string Code)
{
    /// <summary>Selected unless the shopper chose another: an override may say so.</summary>
    public bool Preselected { get; init; }
}
