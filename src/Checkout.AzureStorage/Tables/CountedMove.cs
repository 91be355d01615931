namespace Checkout.AzureStorage.Tables;

/// <param name="Counter">As it was read for the move; null when there is none.</param>
/// <param name="Total">What is there after the move.</param>
internal sealed record CountedMove(MoveOutcome Outcome, CounterRow? Counter = null, long Total = 0);

internal enum MoveOutcome
{
    Moved,
    TooFew,
    NotCounted,

    /// <summary>The counter takes nothing any more (<see cref="CountedMoves.Closed"/>).</summary>
    Closed,
}
