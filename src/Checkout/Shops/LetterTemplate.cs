namespace Checkout.Shops;

/// <summary>A shop's own Liquid template of a letter in a language (docs/mail.md#templates). What is null is the built-in one.</summary>
public sealed record LetterTemplate
{
    public required LetterKind Kind { get; init; }

    /// <summary>en, fr, …; of two letters.</summary>
    public required string Language { get; init; }

    /// <summary>One line.</summary>
    public string? Subject { get; init; }

    /// <summary>What is printed is HTML-escaped, unless the template says <c>| raw</c>.</summary>
    public string? Html { get; init; }

    /// <summary>The same letter in plain text.</summary>
    public string? Text { get; init; }
}
