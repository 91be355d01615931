namespace Checkout.Orders;

/// <summary>A discount as a remote state authority has it, in minor units of the order's currency.</summary>
/// <param name="Code">Empty for a rule of the cart that no code brought.</param>
/// <param name="Amount">All that it takes from the order.</param>
public sealed record RemoteDiscount(string Code, string Text, long Amount)
{
    /// <summary>What the authority calls a rule; null where it gives none, and the text is what it is known by.</summary>
    public string? Id { get; init; }
}
