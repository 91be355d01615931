using System.Collections.Immutable;
using Checkout.Money;

namespace Checkout.Orders;

/// <summary>
/// A discount on the order. It holds the rule, not the amount: pricing calculates the amount again
/// whenever the order changes, and never takes more than there is.
/// </summary>
/// <param name="Value">Minor units when fixed, per cent when a percentage.</param>
public sealed record OrderDiscount(string Id, string Code, string Text, DiscountTarget Target, AmountKind Kind, decimal Value)
{
    /// <summary>coupon, cart or empty (docs/contract/shapes.md#discount).</summary>
    public string Source { get; init; } = DiscountSources.Coupon;

    /// <summary>Keys of the lines meant when the target is <see cref="DiscountTarget.Lines"/>; empty means every line.</summary>
    public ImmutableArray<string> LineItemKeys { get; init; } = [];

    /// <summary>True when every line but those named is meant.</summary>
    public bool ExceptLines { get; init; }
    public string? PluginUuid { get; init; }
    public string? PlatformDisplayText { get; init; }

    /// <summary>The code is that of a discount override, which is asked again when the order is processed.</summary>
    public bool FromOverride { get; init; }

    /// <summary>Orders of one customer that may use the code, where an override says so.</summary>
    public int? UseLimitPerCustomer { get; init; }
}
