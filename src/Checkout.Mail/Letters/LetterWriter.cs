using System.Text.RegularExpressions;
using Checkout.Letters;
using Checkout.Shops;
using Microsoft.Extensions.Logging;

namespace Checkout.Mail.Letters;

/// <summary>
/// Writes a letter from the shop's own template of its kind and language, and where there is none from the built-in one. An own template
/// that fails on an order costs the shop its look, not the shopper their letter.
/// </summary>
internal sealed partial class LetterWriter(TimeProvider time, ILogger<LetterWriter> log)
{
    private const int LongestSubject = 250;

    public static LetterTemplate BuiltIn(LetterKind kind, string language) =>
        new()
        {
            Kind = kind,
            Language = language,
            Subject = $"{{{{ '{LetterKinds.Word(kind)}_subject' | t }}}}",
            Html = LetterFiles.Template($"{LetterKinds.Word(kind)}.html"),
            Text = LetterFiles.Template($"{LetterKinds.Word(kind)}.text"),
        };

    public async Task<SentLetter> Write(LetterSubject subject)
    {
        var written = await TryWrite(subject);
        if (written.Succeeded)
            return written.Value;
        Failed(log, subject.Shop.Identifier, subject.Kind, subject.Language, written.Problems[0].Field);
        return (await Render(subject, BuiltIn(subject.Letter.Kind, subject.Language))).Value;
    }

    /// <summary>Refused: the shop's own template fails; the field is its part (subject, html, text).</summary>
    public Task<Result<SentLetter>> TryWrite(LetterSubject subject)
    {
        var builtIn = BuiltIn(subject.Letter.Kind, subject.Language);
        return Render(
            subject,
            subject.Shop.Letters.Template(subject.Letter.Kind, subject.Language) is { } own
                ? builtIn with
                {
                    Subject = own.Subject ?? builtIn.Subject,
                    Html = own.Html ?? builtIn.Html,
                    Text = own.Text ?? builtIn.Text,
                }
                : builtIn
        );
    }

    private async Task<Result<SentLetter>> Render(LetterSubject subject, LetterTemplate template)
    {
        var model = new LetterModel(subject);
        var line = await LiquidRun.RenderText(template.Subject!, model, subject.Words, time);
        if (!line.Succeeded)
            return Named(line, "subject");
        var subjectLine = OneLine(line.Value);
        model.Tell(subjectLine);
        var html = await LiquidRun.RenderHtml(template.Html!, model, subject.Words, time);
        if (!html.Succeeded)
            return Named(html, "html");
        var text = await LiquidRun.RenderText(template.Text!, model, subject.Words, time);
        return text.Succeeded
            ? new SentLetter(subjectLine, html.Value, BlankLines().Replace(text.Value, "\n\n").Trim() + "\n")
            : Named(text, "text");
    }

    private static Result<SentLetter> Named(Result<string> failed, string part) => failed.Problems[0] with { Field = part };

    /// <summary>A subject is a header: what breaks lines in it would begin another.</summary>
    private static string OneLine(string text)
    {
        var line = Breaks().Replace(text, " ").Trim();
        return line.Length > LongestSubject ? line[..LongestSubject] : line;
    }

    [GeneratedRegex(@"\n{3,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"[\p{C}\s]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Breaks();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Shop {Shop}: its template of {Kind} in {Language} failed in {Part}; the built-in one was used"
    )]
    private static partial void Failed(ILogger log, string shop, string kind, string language, string part);
}
