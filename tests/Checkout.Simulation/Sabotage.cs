namespace Checkout.Simulation;

/// <summary>
/// An invariant broken on purpose, to show that the simulation sees it. The world around the product behaves as it would if
/// the product had dropped the rule; faults in the product's own code are patches (<c>sabotage/</c>).
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

    /// <summary>A gift card's move that is repeated moves the money once more.</summary>
    GiftCardsForgetMoves,

    /// <summary>A move that was given up is not closed: a host that comes late still makes it.</summary>
    MovesAreNotFenced,

    /// <summary>The ETag is not looked at.</summary>
    LastWriterWins,

    /// <summary>The answer to an idempotent_key is not kept: the client that repeats moves the money again.</summary>
    AnswersAreForgotten,

    /// <summary>Reconcile is never woken.</summary>
    NobodyIsWoken,

    /// <summary>A key of Create Order makes an order each time it is used.</summary>
    KeysAreNotClaimed,

    /// <summary>A limited code is never used up.</summary>
    CodesAreUnlimited,

    /// <summary>What a gateway did not answer counts as declined.</summary>
    UnknownIsDeclined,

    /// <summary>What became of a hold is not asked before it is released or replaced.</summary>
    NobodyInspects,

    /// <summary>An intent older than the gateway's memory is repeated and not looked up.</summary>
    NobodyLooksUp,

    /// <summary>A message is taken out of the outbox before it is sent.</summary>
    OutboxForgets,

    /// <summary>A Create Order that could not go on answers without its order, and its client sends it under a new key.</summary>
    AnswersAreBare,
}
