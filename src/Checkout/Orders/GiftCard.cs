namespace Checkout.Orders;

/// <summary>A stored-value card. Amounts in minor units.</summary>
/// <param name="Code">The code, or what stands for it where the code is not known (<see cref="GiftCardCode.ReferenceOf"/>).</param>
public sealed record GiftCard(string Code, string Currency, long Balance, DateTimeOffset? ExpiresAt, DateTimeOffset? PurchasedAt)
{
    /// <summary>Of the code; empty where they would say too much.</summary>
    public string LastFour { get; init; } = "";

    /// <summary>What it was issued with; null of cards whose issue says nothing of it.</summary>
    public long? InitialAmount { get; init; }
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>From then on nothing is taken from it; what was taken before may still come back. Null while it can be used.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>What the code was calculated from; null where it was given.</summary>
    public string? CodeSeed { get; init; }

    /// <summary>Names the card and does not let anybody spend it: the hash of its code.</summary>
    public string Id => GiftCardCode.HashOf(Code);

    public GiftCardStatus StatusAt(DateTimeOffset now) =>
        DisabledAt is not null ? GiftCardStatus.Disabled
        : ExpiresAt <= now ? GiftCardStatus.Expired
        : Balance <= 0 ? GiftCardStatus.Spent
        : GiftCardStatus.Active;

    /// <summary>Whether money may be taken from it, if there is any.</summary>
    public bool IsValidAt(DateTimeOffset now) => StatusAt(now) is GiftCardStatus.Active or GiftCardStatus.Spent;
}
