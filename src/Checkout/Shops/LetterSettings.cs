using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>The letters that a shop sends (docs/mail.md).</summary>
public sealed record LetterSettings
{
    /// <summary>The sender's address; null takes the deployment's <c>Mail:Sender</c>, and without that the shop's email.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>Where answers go; null takes the shop's email.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Kinds that are never decided by themselves. A letter that a person asks for is sent anyway.</summary>
    public ImmutableArray<LetterKind> Disabled { get; init; } = [];

    /// <summary>At most one for each kind and language.</summary>
    public ImmutableArray<LetterTemplate> Templates { get; init; } = [];

    public LetterTemplate? Template(LetterKind kind, string language) =>
        Templates.FirstOrDefault(template => template.Kind == kind && template.Language == language);
}
