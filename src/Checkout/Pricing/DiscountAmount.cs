namespace Checkout.Pricing;

/// <summary>What a discount takes.</summary>
public sealed record DiscountAmount(string Id, string Code, string Text, long Value, string Source);
