namespace Checkout.Orders;

/// <summary>What of a line goes to one destination.</summary>
/// <param name="Quantity">Units; those of all destinations add up to the line's.</param>
public sealed record SentLine(LineItem Line, int Quantity)
{
    /// <summary>These units as a line of their own.</summary>
    public LineItem Part => Line with { Quantity = Quantity, ShippingAddress = null, Divided = null };
}
