namespace Checkout.Catalog;

/// <summary>
/// What a back office does to the counted stock of a product (docs/contract/administration.md#stock): sets it to what is on
/// the shelves, or adds to it.
/// </summary>
/// <param name="Id">The same again is the same change, made once.</param>
public sealed record StockChange(string Id)
{
    public const string Set = "set";
    public const string Adjust = "adjust";

    /// <summary>Units on hand from now on; null when they are not set.</summary>
    public long? SetTo { get; init; }

    /// <summary>What was on hand when the shelves were counted: what was sold since is subtracted. Null when nothing was.</summary>
    public long? Seen { get; init; }

    /// <summary>Units to add; below zero takes them out. Null when the stock is not adjusted.</summary>
    public long? AdjustBy { get; init; }
    public string? Reason { get; init; }

    /// <summary>At this many units and fewer the product is listed as low; below zero never. Null leaves it as it is.</summary>
    public long? LowStockAt { get; init; }

    public bool MovesUnits => SetTo is not null || AdjustBy is not null;

    public string Kind => SetTo is not null ? Set : Adjust;

    /// <summary>The units that are added to those on hand at the moment of the change.</summary>
    /// <returns>Refused: fewer than none would be left.</returns>
    public Result<long> UnitsToAdd(long onHand)
    {
        var units = SetTo is { } set ? set - (Seen ?? onHand) : AdjustBy ?? 0;
        return onHand + units < 0
            ? Problem.Invalid(
                Kind,
                $"{onHand} units are on hand, so {-units} cannot be taken out. Count again and set what is there.",
                "insufficient_stock"
            )
            : units;
    }
}
