using Checkout.Money;

namespace Checkout.Plugins.Actions;

/// <summary>The words plugins use for how an amount is calculated.</summary>
internal static class Kinds
{
    public static AmountKind? Of(string kind) =>
        kind.ToLowerInvariant() switch
        {
            "fixed" => AmountKind.Fixed,
            "percentage" => AmountKind.Percentage,
            _ => null,
        };
}
