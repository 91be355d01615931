namespace Checkout.Money;

/// <summary>Amounts are integer minor units; a rate meets an amount here and nowhere else.</summary>
public static class Rounding
{
    /// <summary>The amount times the rate, rounded once, half away from zero.</summary>
    public static long Times(long amount, decimal rate) => ToMinorUnits(amount * rate);

    /// <summary>A percentage (10 = 10 %) of an amount, rounded once, half away from zero.</summary>
    public static long Percent(long amount, decimal percentage) => ToMinorUnits(amount * percentage / 100m);

    public static long ToMinorUnits(decimal amount) => checked((long)Math.Round(amount, 0, MidpointRounding.AwayFromZero));
}
