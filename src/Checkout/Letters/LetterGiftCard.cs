namespace Checkout.Letters;

/// <summary>
/// A gift card as its receiver is told of it. Its code is not here: it is calculated from the seed when the letter is written
/// (docs/mail.md#gift-card-codes). One whose code was given by whoever issued it cannot be written to anybody.
/// </summary>
/// <param name="Id">Of the card.</param>
/// <param name="CodeSeed">What the code is calculated from.</param>
/// <param name="Amount">Minor units.</param>
public sealed record LetterGiftCard(string Id, string CodeSeed, long Amount, string Currency)
{
    public DateTimeOffset? ExpiresAt { get; init; }
    public string RecipientName { get; init; } = "";

    /// <summary>What the giver wrote.</summary>
    public string Message { get; init; } = "";
}
