namespace Checkout.Letters;

/// <summary>What became of a letter that was handed over.</summary>
/// <param name="Reason">
/// Why it was not sent, fit for a dead letter: nothing personal, since what a mail server says repeats addresses.
/// </param>
public sealed record LetterOutcome(LetterOutcomeKind Kind, string Reason)
{
    public static LetterOutcome Sent { get; } = new(LetterOutcomeKind.Sent, "");

    public static LetterOutcome Delayed(string reason) => new(LetterOutcomeKind.Delayed, reason);

    public static LetterOutcome Refused(string reason) => new(LetterOutcomeKind.Refused, reason);
}
