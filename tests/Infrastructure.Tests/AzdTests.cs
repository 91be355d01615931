using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Infrastructure.Tests;

[Collection(nameof(CompiledTemplate))]
public sealed partial class AzdTests(CompiledTemplate template)
{
    private static readonly Dictionary<object, object> Azure = Yaml("azure.yaml");

    [Fact]
    public void Service_Api_IsAFunctionAppThatExists()
    {
        var api = (Dictionary<object, object>)((Dictionary<object, object>)Azure["services"])["api"];

        api["host"].ShouldBe("function");
        api["language"].ShouldBe("dotnet");
        Directory.GetFiles(Repository.Path((string)api["project"]), "*.csproj").ShouldHaveSingleItem();
    }

    [Fact]
    public void Hook_EveryScript_Exists()
    {
        var scripts = ((Dictionary<object, object>)Azure["hooks"])
            .Values.Cast<Dictionary<object, object>>()
            .SelectMany(h => h.Values.Cast<Dictionary<object, object>>())
            .Select(s => (string)s["run"])
            .ToList();

        scripts.Count.ShouldBe(4);
        scripts.ShouldAllBe(s => File.Exists(Repository.Path(s)));
        foreach (var script in scripts.Where(s => s.EndsWith(".sh", StringComparison.Ordinal)))
            (File.GetUnixFileMode(Repository.Path(script)) & UnixFileMode.UserExecute).ShouldBe(UnixFileMode.UserExecute, script);
    }

    [Fact]
    public void Parameter_EveryOneThatIsNotGenerated_IsSetByTheEnvironmentWithTheSameDefault()
    {
        var file = JsonNode.Parse(Repository.Read("infra/main.parameters.json"))!["parameters"]!.AsObject();
        var declared = CompiledTemplate
            .Entries(template.Root, "parameters")
            .Where(p => p.Value["type"]!.GetValue<string>() != "securestring")
            .ToDictionary(p => p.Key, p => p.Value);

        file.Select(p => p.Key).ShouldBe(declared.Keys, ignoreOrder: true);
        foreach (var (name, parameter) in declared)
        {
            var value = Substitution().Match(file[name]!["value"]!.GetValue<string>());
            value.Success.ShouldBeTrue(name);
            if (parameter["defaultValue"] is { } preset)
                value
                    .Groups["default"]
                    .Value.ShouldBe(
                        preset.ToString().ToLowerInvariant() is "true" or "false"
                            ? preset.ToString().ToLowerInvariant()
                            : preset.ToString(),
                        name
                    );
            else
                value.Groups["default"].Success.ShouldBeFalse(name);
        }
    }

    [Fact]
    public void Deployment_EveryEnvironmentVariable_IsDocumented()
    {
        var page = Repository.Read("docs/deployment.md");

        foreach (Match variable in Substitution().Matches(Repository.Read("infra/main.parameters.json")))
            page.ShouldContain($"`{variable.Groups["name"].Value}`");
    }

    [Fact]
    public void Workflow_Jobs_TestBeforeTheyPublish()
    {
        var jobs = (Dictionary<object, object>)Yaml(".github/workflows/ci.yml")["jobs"];

        Runs(jobs["test"]).ShouldContain("./test");
        ((Dictionary<object, object>)jobs["publish"])["needs"].ShouldBe("test");
        Runs(jobs["publish"]).ShouldContain(r => r.Contains("dotnet publish src/CheckoutFunctions", StringComparison.Ordinal));
    }

    [Fact]
    public void Dockerfile_Image_NeedsOnlyThePublishedOutput()
    {
        var lines = File.ReadAllLines(Repository.Path("Dockerfile")).Where(l => !l.StartsWith('#')).ToList();

        lines.Where(l => l.StartsWith("COPY", StringComparison.Ordinal)).ShouldBe(["COPY artifacts/local/ ./"]);
        lines.ShouldNotContain(l => l.StartsWith("RUN", StringComparison.Ordinal));
        lines.ShouldContain("USER $APP_UID");
        lines.ShouldContain("""ENTRYPOINT ["dotnet", "CheckoutLocal.dll"]""");
    }

    private static List<string> Runs(object job) =>
        [
            .. ((List<object>)((Dictionary<object, object>)job)["steps"])
                .Cast<Dictionary<object, object>>()
                .Where(s => s.ContainsKey("run"))
                .Select(s => (string)s["run"]),
        ];

    private static Dictionary<object, object> Yaml(string path) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(Repository.Read(path));

    [GeneratedRegex(@"\$\{(?<name>\w+)(=(?<default>[^}]*))?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Substitution();
}
