using System.Collections.Immutable;

namespace Checkout.Money;

/// <summary>Splits an amount so that the parts always add up to it.</summary>
public static class LargestRemainder
{
    /// <summary>
    /// Splits <paramref name="amount"/> in proportion to <paramref name="weights"/> (none negative).
    /// Units left over by rounding down go to the largest remainders, earlier parts first;
    /// when every weight is zero the parts are as equal as they can be.
    /// </summary>
    public static ImmutableArray<long> Split(long amount, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0)
            return amount == 0 ? [] : throw new ArgumentException("An amount cannot be split over nothing.", nameof(weights));
        if (amount < 0)
            return [.. Split(-amount, weights).Select(part => -part)];

        var total = weights.Aggregate(
            (Int128)0,
            (sum, weight) => weight < 0 ? throw new ArgumentOutOfRangeException(nameof(weights), "A weight is negative.") : sum + weight
        );
        var parts = new long[weights.Count];
        var remainders = new (Int128 Remainder, int Index)[weights.Count];
        var left = amount;
        for (var i = 0; i < parts.Length; i++)
        {
            var (weight, divisor) = total == 0 ? (1, parts.Length) : ((Int128)weights[i], total);
            var product = amount * weight;
            parts[i] = (long)(product / divisor);
            remainders[i] = (product % divisor, i);
            left -= parts[i];
        }

        foreach (var (_, index) in remainders.OrderByDescending(r => r.Remainder).ThenBy(r => r.Index).Take((int)left))
            parts[index]++;
        return [.. parts];
    }
}
