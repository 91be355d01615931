using System.Text.RegularExpressions;
using Checkout.Addresses;

namespace Checkout.Shops;

/// <summary>What the letters of a shop document must keep to beyond their form.</summary>
public static partial class LetterRules
{
    /// <summary>Characters of a template of a letter, and of all together: the document must fit its row.</summary>
    public const int MostTemplate = 60_000;
    public const int MostTemplates = 300_000;
    private const int MostSubject = 500;
    private const int MostLetterTemplates = 60;

    internal static void Check(LetterSettings letters, Action<bool, string, string> rule)
    {
        rule(IsAddress(letters.SenderAddress), "letters.sender_address", "must be an e-mail address");
        rule(IsAddress(letters.ReplyTo), "letters.reply_to", "must be an e-mail address");
        foreach (var twice in letters.Templates.GroupBy(t => (t.Kind, t.Language)).Where(g => g.Count() > 1))
            rule(false, "letters.templates", $"holds {LetterKinds.Word(twice.Key.Kind)} in {twice.Key.Language} more than once");
        rule(letters.Templates.Length <= MostLetterTemplates, "letters.templates", $"holds more than {MostLetterTemplates} templates");
        for (var i = 0; i < letters.Templates.Length; i++)
        {
            var (template, field) = (letters.Templates[i], $"letters.templates[{i}]");
            rule(Language().IsMatch(template.Language), $"{field}.language", "must be two letters such as en");
            rule(
                template.Subject is null or { Length: > 0 and <= MostSubject },
                $"{field}.subject",
                $"must have 1 to {MostSubject} characters"
            );
            rule(
                template.Html is null or { Length: > 0 and <= MostTemplate },
                $"{field}.html",
                $"must have 1 to {MostTemplate} characters"
            );
            rule(
                template.Text is null or { Length: > 0 and <= MostTemplate },
                $"{field}.text",
                $"must have 1 to {MostTemplate} characters"
            );
        }

        rule(
            letters.Templates.Sum(t => (long)(t.Html?.Length ?? 0) + (t.Text?.Length ?? 0)) <= MostTemplates,
            "letters.templates",
            $"together must have at most {MostTemplates} characters"
        );
    }

    private static bool IsAddress(string? text) => text is null || EmailAddresses.IsWellFormed(text);

    [GeneratedRegex(@"^[a-z]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Language();
}
