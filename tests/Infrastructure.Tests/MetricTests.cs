using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infrastructure.Tests;

/// <summary>Alerts and the workbook against the code that emits what they ask for.</summary>
[Collection(nameof(CompiledTemplate))]
public sealed partial class MetricTests(CompiledTemplate template)
{
    private static readonly string[] Sources =
    [
        .. Directory
            .EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    private static readonly HashSet<string> Emitted =
    [
        .. Sources.SelectMany(s => Instrument().Matches(s)).Select(m => m.Groups["name"].Value),
    ];

    private static readonly HashSet<string> Tags = [.. Sources.SelectMany(s => Tag().Matches(s)).Select(m => m.Groups["name"].Value)];

    private static IReadOnlyList<string> WorkbookQueries =>
        [
            .. JsonNode.Parse(Repository.Read("infra/workbook.json"))!["items"]!
                .AsArray()
                .Select(i => i!["content"]!["query"]?.GetValue<string>())
                .OfType<string>(),
        ];

    private JsonNode Alerts => template.OfType("Microsoft.Insights/actionGroups").ShouldHaveSingleItem().Template;

    private IReadOnlyList<string> AlertQueries =>
        [
            .. RuleVariables.Select(r => r["query"]!.GetValue<string>()),
            .. template
                .OfType("Microsoft.Insights/scheduledQueryRules")
                .Select(r => r.Properties["criteria"]!["allOf"]![0]!["query"]!.GetValue<string>())
                .Where(q => !q.StartsWith('[')),
        ];

    private IReadOnlyList<JsonNode> RuleVariables =>
        [.. Alerts["variables"]!["metricRules"]!.AsArray().Append(Alerts["variables"]!["quietRule"]).OfType<JsonNode>()];

    [Fact]
    public void Alert_EveryMetricItNames_IsEmitted()
    {
        var named = AlertQueries.SelectMany(Named).ToHashSet();

        named.ShouldContain("checkout.gateway.outcomes");
        named.ShouldBeSubsetOf(Emitted);
    }

    [Fact]
    public void Workbook_EveryMetricItNames_IsEmitted()
    {
        var named = WorkbookQueries.SelectMany(Named).ToHashSet();

        named.Count.ShouldBeGreaterThanOrEqualTo(5);
        named.ShouldBeSubsetOf(Emitted);
    }

    [Fact]
    public void Query_EveryDimensionItReads_IsATagOfTheCode()
    {
        var read = AlertQueries
            .Concat(WorkbookQueries)
            .SelectMany(q => Dimension().Matches(q))
            .Select(m => m.Groups["name"].Value)
            .ToHashSet();

        read.ShouldContain("outcome");
        read.ShouldBeSubsetOf(Tags);
    }

    [Fact]
    public void Alert_EveryRule_MeasuresWhatItsQueryProjects() =>
        RuleVariables.ShouldAllBe(r => Regex.IsMatch(r["query"]!.GetValue<string>(), @"\bmeasure = [^|]+$"));

    [Fact]
    public void Alert_EveryRule_TellsTheActionGroup()
    {
        var rules = template.OfType("Microsoft.Insights/scheduledQueryRules");

        rules.Count.ShouldBe(2);
        rules.ShouldAllBe(r => r.Properties["actions"]!["actionGroups"]!.AsArray().Count == 1);
        rules.ShouldAllBe(r => r.Properties["enabled"]!.GetValue<bool>());
    }

    [Fact]
    public void Alerts_WithoutAnEmail_AreNotCreated()
    {
        var module = CompiledTemplate.Entries(template.Root, "resources").Single(r => r.Value["name"]?.ToString() == "alerts").Value;

        module["condition"]!.GetValue<string>().ShouldBe("[not(empty(parameters('alertEmail')))]");
    }

    [Fact]
    public void ConfigurationPage_EveryEmittedMetric_IsOnIt()
    {
        var page = Repository.Read("docs/configuration.md");

        foreach (var metric in Emitted)
            page.ShouldContain($"`{metric}`");
    }

    private static IEnumerable<string> Named(string query) => MetricName().Matches(query).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(
        """\.Create(Counter|UpDownCounter|Histogram|Gauge|Observable\w+)(<\w+>)?\(\s*"(?<name>checkout\.[\w.]+)""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Instrument();

    [GeneratedRegex("""(new\(|SetTag\(|KeyValuePair<string, object\?>\()"(?<name>[\w.]+)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    // After «name == » and «name in ( » only: a dimension may have a name of the same form.
    [GeneratedRegex("""(?<=\bname (==|in) [^|\n]*)"(?<name>checkout\.[\w.]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex MetricName();

    [GeneratedRegex("""customDimensions(\.(?<name>\w+)|\["(?<name>[\w.]+)"\])""", RegexOptions.ExplicitCapture)]
    private static partial Regex Dimension();
}
