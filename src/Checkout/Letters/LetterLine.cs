namespace Checkout.Letters;

/// <param name="Key">Of the order's line.</param>
/// <param name="Quantity">Units that the letter is about.</param>
public sealed record LetterLine(string Key, int Quantity);
