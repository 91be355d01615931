using System.Collections.Frozen;

namespace Checkout.Gateways.Stripe;

/// <summary>
/// Minor units as ISO 4217 counts them, in the units in which Stripe counts them. They differ where
/// https://docs.stripe.com/currencies lists zero-decimal, three-decimal and special currencies; HUF and TWD are special
/// in payouts only, and have two decimals in charges as in ISO 4217.
/// </summary>
internal static class StripeAmount
{
    /// <summary>No decimals in ISO 4217, two at Stripe, the last two of them zero (special cases: 5 ISK is 500).</summary>
    private static readonly FrozenSet<string> TwoMoreDecimals = FrozenSet.ToFrozenSet(["ISK", "UGX"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Two decimals in ISO 4217, none at Stripe.</summary>
    private static readonly FrozenSet<string> TwoFewerDecimals = FrozenSet.ToFrozenSet(["MGA"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Three decimals, of which Stripe wants the last to be zero.</summary>
    private static readonly FrozenSet<string> ThreeDecimals = FrozenSet.ToFrozenSet(
        ["BHD", "JOD", "KWD", "OMR", "TND"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Null when Stripe cannot charge the amount to the last unit; it is never rounded.</summary>
    public static long? Of(long minorUnits, string currency)
    {
        if (TwoMoreDecimals.Contains(currency))
            return checked(minorUnits * 100);
        if (TwoFewerDecimals.Contains(currency))
            return minorUnits % 100 == 0 ? minorUnits / 100 : null;
        return ThreeDecimals.Contains(currency) && minorUnits % 10 != 0 ? null : minorUnits;
    }

    /// <summary>Stripe's units in minor units as ISO 4217 counts them.</summary>
    public static long From(long stripeUnits, string currency) =>
        TwoMoreDecimals.Contains(currency) ? stripeUnits / 100
        : TwoFewerDecimals.Contains(currency) ? checked(stripeUnits * 100)
        : stripeUnits;
}
