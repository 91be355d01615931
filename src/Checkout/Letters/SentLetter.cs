namespace Checkout.Letters;

/// <summary>A letter as it is sent: its subject in one line, and the same in HTML and in plain text.</summary>
public sealed record SentLetter(string Subject, string Html, string Text);
