namespace Checkout.Shops;

/// <summary>Limits are inclusive; weight in grams, subtotal and amount in minor units of the shop's currency.</summary>
public sealed record ZoneRate
{
    public required string Code { get; init; }
    public required string Description { get; init; }
    public required long Amount { get; init; }

    /// <summary>Added for every started kilogram.</summary>
    public long AmountPerKilogram { get; init; }
    public long? MinWeight { get; init; }
    public long? MaxWeight { get; init; }
    public long? MinSubtotal { get; init; }
    public long? MaxSubtotal { get; init; }
}
