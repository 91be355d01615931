using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Letters;

/// <summary>
/// A letter that is to be written: its facts, in the outbox beside the commit that made them. What the order itself says is read
/// when the letter is sent.
/// </summary>
public sealed record Letter([property: JsonRequired] LetterKind Kind)
{
    /// <summary>The receiver's address; null is the order's customer.</summary>
    public string? To { get; init; }

    /// <summary>en, fr, …; null is the shop's.</summary>
    public string? Language { get; init; }

    /// <summary>A person asked for it again: it is sent whatever the order says by then.</summary>
    public bool IsAskedFor { get; init; }

    /// <summary>What a refund returned, minor units of the order's currency.</summary>
    public long? Amount { get; init; }

    /// <summary>Lines that were shipped or returned; empty when it is about none.</summary>
    public ImmutableArray<LetterLine> Lines { get; init; } = [];

    /// <summary>Where a shipment can be followed; null when the letter is about none.</summary>
    public Tracking? Tracking { get; init; }

    /// <summary>Of a gift card's letter alone.</summary>
    public LetterGiftCard? GiftCard { get; init; }
}
