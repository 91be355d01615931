namespace Checkout.Changing.Discounts;

/// <summary>How often a code was used so far, in all and by the order's customer.</summary>
public sealed record DiscountCounts(long All, long ByCustomer)
{
    public static readonly DiscountCounts None = new(0, 0);
}
