using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Checkout.Testing;

namespace Checkout.Tests.Documentation;

/// <summary>The pages of docs/contract/ with the anchors that a link can end in: headings, and those written by hand.</summary>
internal static partial class ContractPages
{
    public const string Folder = "docs/contract/";
    private static readonly FrozenDictionary<string, FrozenSet<string>> Anchors = Directory
        .EnumerateFiles(Repository.Path("docs", "contract"), "*.md")
        .ToFrozenDictionary(file => Path.GetFileName(file), file => AnchorsOf(File.ReadAllText(file)), StringComparer.Ordinal);

    /// <summary>What a text cites that no reader can open.</summary>
    public static IEnumerable<string> Unreadable(string text) =>
        [
            .. Absent().Matches(text).Select(found => found.Value),
            .. Citation()
                .Matches(text)
                .Where(cited => !Has(cited.Groups["page"].Value, cited.Groups["anchor"]))
                .Select(cited => cited.Value),
        ];

    /// <summary>Links of a page in this folder that lead nowhere.</summary>
    public static IEnumerable<string> BrokenLinks(string page, string text) =>
        Link()
            .Matches(text)
            .Where(link => !Has(link.Groups["page"].Length > 0 ? link.Groups["page"].Value : page, link.Groups["anchor"]))
            .Select(link => link.Value);

    private static bool Has(string page, Group anchor) =>
        Anchors.TryGetValue(page, out var anchors) && (!anchor.Success || anchors.Contains(anchor.Value));

    private static FrozenSet<string> AnchorsOf(string page) =>
        [
            .. Heading().Matches(page).Select(heading => SlugOf(heading.Groups["text"].Value)),
            .. WrittenAnchor().Matches(page).Select(anchor => anchor.Groups["id"].Value),
        ];

    /// <summary>As GitHub makes it: lower case, spaces as dashes, nothing else but letters, digits, dashes and underscores.</summary>
    private static string SlugOf(string heading) => NotInSlug().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    // Pages and section numbers of notes that are not in the repository.
    [GeneratedRegex(@"wire-contract\.md|\breference/[\w-]+\.(txt|md)|\([ABDFH][0-9]{1,2}[),]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Absent();

    [GeneratedRegex(@"docs/contract/(?<page>[\w-]+\.md)(#(?<anchor>[\w-]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\]\((?<page>[\w-]+\.md)?(#(?<anchor>[\w-]+))?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"(?<id>[\\w-]+)\"></a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WrittenAnchor();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex NotInSlug();
}
