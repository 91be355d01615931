using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.Serialization;

namespace Infrastructure.Tests;

/// <summary>What is built and tested comes from where the repository says, byte for byte.</summary>
public sealed partial class SupplyChainTests
{
    public static TheoryData<string> Projects => [.. Files("src", "*.csproj").Concat(Files("tests", "*.csproj"))];

    public static TheoryData<string> Workflows => [.. Files(".github/workflows", "*.yml")];

    public static TheoryData<string> NodePackages =>
        [.. Files("samples", "package.json").Concat(Files("tests", "package.json")).Concat(Files("tools", "package.json"))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_EveryOne_LocksTheHashOfEachPackage(string project)
    {
        var locked = JsonNode.Parse(Repository.Read(Beside(project, "packages.lock.json")))!["dependencies"]!["net10.0"]!.AsObject();

        foreach (var (name, package) in locked.Where(p => p.Value!["type"]!.GetValue<string>() != "Project"))
            (package!["contentHash"]?.GetValue<string>()).ShouldNotBeNullOrEmpty(name);
        foreach (var name in References(project))
            locked.ShouldContainKey(name);
    }

    [Fact]
    public void Restore_InCi_TakesOnlyWhatIsLocked()
    {
        var properties = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants().ToLookup(e => e.Name.LocalName);

        properties["RestorePackagesWithLockFile"].ShouldHaveSingleItem().Value.ShouldBe("true");
        var locked = properties["RestoreLockedMode"].ShouldHaveSingleItem();
        locked.Value.ShouldBe("true");
        locked.Attribute("Condition")!.Value.ShouldStartWith("'$(CI)' == 'true'");
    }

    [Theory]
    [MemberData(nameof(NodePackages))]
    public void NodePackage_EveryOne_LocksHashesAndNamesNoRegistry(string package)
    {
        var text = Repository.Read(Beside(package, "package-lock.json"));
        var locked = JsonNode.Parse(text)!["packages"]!.AsObject();

        foreach (var (path, entry) in locked.Where(p => p.Key.Length > 0))
            (entry!["integrity"]?.GetValue<string>()).ShouldNotBeNullOrEmpty(path);
        text.ShouldNotContain("\"resolved\"");
        Declared(JsonNode.Parse(Repository.Read(package))!).ShouldBe(Declared(locked[""]!), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(NodePackages))]
    public void NodePackage_EveryOne_IsWatchedForUpdates(string package)
    {
        var updates = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Repository.Read(".github/dependabot.yml"))[
            "updates"
        ];
        var folders = ((List<object>)updates)
            .Cast<Dictionary<object, object>>()
            .Where(u => (string)u["package-ecosystem"] == "npm")
            .SelectMany(u => (List<object>)u["directories"]);

        folders.ShouldContain("/" + Path.GetDirectoryName(package)!.Replace('\\', '/'));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflow_EveryAction_IsNamedByItsCommit(string workflow)
    {
        var text = Repository.Read(workflow);

        Uses().Count(text).ShouldBe(PinnedUse().Count(text));
        Uses().Count(text).ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflow_EveryOne_MayOnlyRead(string workflow)
    {
        var permissions = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Repository.Read(workflow))[
            "permissions"
        ];

        ((Dictionary<object, object>)permissions)["contents"].ShouldBe("read");
    }

    [Fact]
    public void Ci_BeforeTheTests_RestoresInLockedMode()
    {
        var text = Repository.Read(".github/workflows/ci.yml");

        text.IndexOf("--locked-mode", StringComparison.Ordinal).ShouldBeInRange(0, text.IndexOf("run: ./test", StringComparison.Ordinal));
        text.ShouldContain("tools/supply-chain/vulnerable");
        text.ShouldContain("tools/supply-chain/sbom");
    }

    /// <summary>The simulation takes its first seed as an int.</summary>
    [Fact]
    public void Nightly_Seeds_AreTheDaysOwnAndFitAnIntFor50Years()
    {
        var workflow = Repository.Read(".github/workflows/nightly.yml");
        var count = int.Parse(Count().Match(workflow).Groups["count"].Value, CultureInfo.InvariantCulture);

        workflow.ShouldContain("$(date -u +%s) / 86400 * COUNT");
        (new DateOnly(2076, 1, 1).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + 1L).ShouldBeLessThan(
            int.MaxValue / count
        );
        workflow.ShouldContain("run: tests/faults");
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Repository.Path(folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f =>
                !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal)
                && !f.Contains("/node_modules/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    private static string Beside(string file, string name) => Path.Combine(Path.GetDirectoryName(file)!, name);

    private static IEnumerable<string> References(string project) =>
        XDocument
            .Parse(Repository.Read(project))
            .Descendants("PackageReference")
            .Select(r => r.Attribute("Include")?.Value)
            .OfType<string>();

    private static IEnumerable<string> Declared(JsonNode package) =>
        new[] { "dependencies", "devDependencies" }.SelectMany(s => package[s]?.AsObject() ?? []).Select(p => $"{p.Key}@{p.Value}");

    [GeneratedRegex(@"COUNT: ""(?<count>\d+)""")]
    private static partial Regex Count();

    [GeneratedRegex(@"^\s*(- )?uses: ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^\s*(- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PinnedUse();
}
