using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Http.Administration.GiftCards;

/// <summary>A gift card as it is shown; amounts in minor units of its currency.</summary>
public record GiftCardState
{
    /// <summary>SHA-256 of the code, lower-case hex: orders name the card <c>giftcard_</c> and this.</summary>
    public string Id { get; init; } = "";

    /// <summary>Of the code; empty of codes that are too short to show any of.</summary>
    public string LastFour { get; init; } = "";
    public long Balance { get; init; }

    /// <summary>Null where the issue does not tell.</summary>
    public long? InitialAmount { get; init; }
    public string Currency { get; init; } = "";

    /// <summary>active, spent, expired or disabled.</summary>
    public string Status { get; init; } = "";
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Null never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public static GiftCardState Of(GiftCard card, DateTimeOffset now) => Of<GiftCardState>(card, now);

    private protected static T Of<T>(GiftCard card, DateTimeOffset now)
        where T : GiftCardState, new() =>
        new()
        {
            Id = card.Id,
            LastFour = card.LastFour,
            Balance = card.Balance,
            InitialAmount = card.InitialAmount,
            Currency = card.Currency,
            Status = card.StatusAt(now).ToString().ToLowerInvariant(),
            IssuedAt = card.IssuedAt,
            ExpiresAt = card.ExpiresAt,
        };
}

/// <summary>A card that was issued.</summary>
public sealed record IssuedGiftCard : GiftCardState
{
    /// <summary>The code itself, in this answer and nowhere else; null when it cannot be calculated any more.</summary>
    public string? Code { get; init; }

    public static IssuedGiftCard Of(GiftCard card, string? code, DateTimeOffset now) => Of<IssuedGiftCard>(card, now) with { Code = code };
}

/// <summary>A card with what happened to it.</summary>
public sealed record GiftCardWithMoves : GiftCardState
{
    /// <summary>Newest first, at most 100.</summary>
    public ImmutableArray<GiftCardMoveState> Moves { get; init; } = [];

    public static GiftCardWithMoves Of(GiftCard card, IEnumerable<GiftCardMove> moves, DateTimeOffset now) =>
        Of<GiftCardWithMoves>(card, now) with
        {
            Moves = [.. moves.Select(m => new GiftCardMoveState(m.At, m.Kind, m.Amount, m.PublicOrderId, m.Reason))],
        };
}

/// <param name="Kind">issue, charge, refund, adjust or disable.</param>
/// <param name="Amount">What came onto the card; below zero when it went.</param>
/// <param name="PublicOrderId">The order that was paid or refunded; null of anything else.</param>
public sealed record GiftCardMoveState(DateTimeOffset At, string Kind, long Amount, string? PublicOrderId, string? Reason);

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record GiftCardsData(ImmutableArray<GiftCardState> GiftCards, string? Next);
