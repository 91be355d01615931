using System.Collections.Immutable;
using Checkout.Plugins.Actions;

namespace Checkout.Plugins.Overrides;

/// <summary>What a discount override says of a code (docs/contract/overrides.md#discount).</summary>
public sealed record FoundDiscount(
    bool IsFound,
    bool IsValid,
    string Kind,
    decimal Amount,
    ImmutableArray<DiscountCondition> Conditions,
    ImmutableArray<string> ItemKeys,
    string Message
)
{
    public bool Holds =>
        DiscountKinds.All.Contains(Kind, StringComparer.Ordinal)
        && Amount >= 0
        && Amount <= (Kind.Contains("Percentage", StringComparison.Ordinal) ? 100m : AmountLimits.Field);
}
