using System.Collections.Immutable;
using Checkout.Money;

namespace Checkout.Orders;

/// <summary>What plugins make of the shipping lines that are offered (docs/contract/plugins.md#actions).</summary>
public static class ShippingAdjustments
{
    private const decimal Limit = 1_000_000_000_000m;

    /// <summary>
    /// The lines after set_shipping_rate, which takes the place of them all, and after every multiplication and
    /// addition in the order they came. Rounded once; never below zero.
    /// </summary>
    public static ImmutableArray<ShippingLine> Apply(ImmutableArray<ShippingLine> lines, PluginState plugins)
    {
        var offered = plugins.ShippingRate is { } rate ? [rate] : lines;
        return plugins.ShippingAdjustments.IsEmpty ? offered : [.. offered.Select(line => Adjusted(line, plugins.ShippingAdjustments))];
    }

    private static ShippingLine Adjusted(ShippingLine line, ImmutableArray<ShippingAdjustment> adjustments)
    {
        decimal amount = line.Amount;
        var description = line.Description;
        foreach (var adjustment in adjustments)
        {
            amount = Math.Clamp((amount * adjustment.Multiplier) + adjustment.Add, 0, Limit);
            description = string.IsNullOrEmpty(adjustment.LineText) ? description : adjustment.LineText;
        }

        return line with
        {
            Amount = Rounding.ToMinorUnits(amount),
            Description = description,
        };
    }
}
