namespace Checkout.Simulation;

/// <summary>
/// An invariant broken on purpose, to show that the simulation sees it. The world around the product behaves as it would if
/// the product had dropped the rule.
/// </summary>
internal enum Sabotage
{
    None,

    /// <summary>The gateway is asked under another key each time: a repeated call is a second charge.</summary>
    EveryTryHasItsOwnKey,

    /// <summary>The gateway is asked before the intent is in the store: after a crash nobody knows of the charge.</summary>
    IntentsAreNotWritten,

    /// <summary>A stock move that is repeated moves the units once more.</summary>
    StockForgetsMoves,
}
