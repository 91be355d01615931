namespace Checkout.Letters;

public enum LetterOutcomeKind
{
    /// <summary>The mail server has it.</summary>
    Sent,

    /// <summary>The mail server is away or asks to come again.</summary>
    Delayed,

    /// <summary>The mail server will never take it, or there is nobody to send it to.</summary>
    Refused,
}
