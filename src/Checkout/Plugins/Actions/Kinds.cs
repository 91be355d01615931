using Checkout.Money;

namespace Checkout.Plugins.Actions;

/// <summary>The words plugins use for how an amount is calculated.</summary>
internal static class Kinds
{
    public const string Fixed = "fixed";
    public const string Percentage = "percentage";
    public const string Refusal = "The type is fixed or percentage.";

    /// <param name="kind">One of the two, in upper or lower case.</param>
    public static AmountKind Of(string kind) =>
        string.Equals(kind, Fixed, StringComparison.OrdinalIgnoreCase) ? AmountKind.Fixed : AmountKind.Percentage;
}
