using System.Collections.Immutable;
using Checkout.Shops;

namespace Checkout.Http.Administration.Letters;

/// <param name="Languages">Those of the built-in words.</param>
/// <param name="Language">The shop's.</param>
/// <param name="CanSend">False where the deployment has no mail server.</param>
public sealed record LettersData(ImmutableArray<LetterState> Letters, ImmutableArray<string> Languages, string Language, bool CanSend);

/// <param name="Enabled">False where the shop does not want the letter decided by itself.</param>
/// <param name="BuiltIn">What is used for every part that an own template leaves out.</param>
/// <param name="Own">The shop's own, by language.</param>
public sealed record LetterState(string Kind, bool Enabled, TemplateState BuiltIn, ImmutableArray<TemplateState> Own)
{
    public static LetterState Of(LetterKind kind, LetterSettings settings, LetterTemplate builtIn) =>
        new(
            LetterKinds.Word(kind),
            !settings.Disabled.Contains(kind),
            TemplateState.Of(builtIn),
            [.. settings.Templates.Where(template => template.Kind == kind).Select(TemplateState.Of)]
        );
}

/// <summary>A Liquid template (docs/mail.md#templates).</summary>
public sealed record TemplateState(string Language, string? Subject, string? Html, string? Text)
{
    public static TemplateState Of(LetterTemplate template) => new(template.Language, template.Subject, template.Html, template.Text);
}
