using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infrastructure.Tests;

/// <summary>docs/configuration.md against the code that reads settings.</summary>
public sealed partial class ConfigurationPageTests
{
    private static readonly string Page = Repository.Read("docs/configuration.md");

    private static readonly string[] Sources =
    [
        .. Directory
            .EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Setting_ReadByName_IsOnThePage()
    {
        var names = Sources
            .SelectMany(s => ByName().Matches(s))
            .Select(m => m.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        names.ShouldContain("Secrets:VaultUri");
        foreach (var name in names)
            Page.ShouldContain(name);
    }

    [Fact]
    public void Setting_OfAnOptionsClass_IsOnThePage()
    {
        var options = Sources.Where(s => s.Contains("const string Section = \"", StringComparison.Ordinal)).ToList();

        options.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var source in options)
        {
            var section = SectionName().Match(source).Groups["name"].Value;
            foreach (Match property in Property().Matches(source))
                Page.ShouldContain($"`{section}:{property.Groups["name"].Value}`");
        }
    }

    [Fact]
    public void Page_EverySettingOfASection_IsReadByTheCode()
    {
        foreach (Match row in Row().Matches(Page).Where(r => r.Groups["name"].Value is not "Secrets:NAME"))
        {
            var name = row.Groups["name"].Value.Split(':').Last();
            Sources.ShouldContain(s => s.Contains(name, StringComparison.Ordinal), row.Value);
        }
    }

    [Fact]
    public void SampleSettings_HoldEverySettingOfThePage()
    {
        var sample = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!
            .AsObject()
            .Select(v => v.Key.Replace("__", ":", StringComparison.Ordinal))
            .ToList();

        foreach (
            Match row in Row()
                .Matches(Page)
                .Where(r =>
                    r.Groups["name"].Value is not "Secrets:NAME" && !r.Groups["name"].Value.StartsWith("Local:", StringComparison.Ordinal)
                )
        )
            sample.ShouldContain(row.Groups["name"].Value);
    }

    [GeneratedRegex("""configuration\["(?<name>[^"]+)"\]|configuration, "(?<name>[A-Z_]{6,}|\w+:\w+)"\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ByName();

    [GeneratedRegex("""const string Section = "(?<name>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex SectionName();

    [GeneratedRegex(@"public [\w?]+ (?<name>\w+) \{ get; init; \}", RegexOptions.ExplicitCapture)]
    private static partial Regex Property();

    [GeneratedRegex(@"^\| `(?<name>\w+(:\w+)?)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Row();
}
