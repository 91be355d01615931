using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infrastructure.Tests;

/// <summary>infra/main.bicep as Azure Resource Manager gets it, compiled once for all tests.</summary>
public sealed partial class CompiledTemplate
{
    public CompiledTemplate()
    {
        var start = new ProcessStartInfo(Repository.Bicep, ["build", Repository.Path("infra/main.bicep"), "--stdout"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bicep = Process.Start(start)!;
        var messages = bicep.StandardError.ReadToEndAsync();
        var json = bicep.StandardOutput.ReadToEnd();
        bicep.WaitForExit();
        Messages = messages.Result.Trim();
        Text = json;
        Root = JsonNode.Parse(json)!;
        Templates = [.. Nested(Root)];
        Resources = [.. Templates.SelectMany(t => Entries(t, "resources").Select(r => new TemplateResource(t, r.Value)))];
    }

    /// <summary>Warnings and errors of the compiler and its linter.</summary>
    public string Messages { get; }

    public string Text { get; }

    public JsonNode Root { get; }

    /// <summary>The template itself and the one inside every module.</summary>
    public IReadOnlyList<JsonNode> Templates { get; }

    public IReadOnlyList<TemplateResource> Resources { get; }

    public IReadOnlyList<TemplateResource> OfType(string type) =>
        [.. Resources.Where(r => r.Type == type && r.Json["existing"]?.GetValue<bool>() != true)];

    public static IEnumerable<KeyValuePair<string, JsonNode>> Entries(JsonNode template, string section) =>
        template[section] switch
        {
            JsonObject named => named.Select(p => KeyValuePair.Create(p.Key, p.Value!)),
            JsonArray listed => listed.Select((n, i) => KeyValuePair.Create($"{i}", n!)),
            _ => [],
        };

    private static IEnumerable<JsonNode> Nested(JsonNode template) =>
        Entries(template, "resources")
            .Select(r => (r.Value["properties"] as JsonObject)?["template"])
            .OfType<JsonNode>()
            .SelectMany(Nested)
            .Prepend(template);

    [GeneratedRegex(@"variables\('(?<name>\w+)'\)")]
    internal static partial Regex Variable();
}

/// <summary>Compiling takes seconds, so the test classes that read the template share it.</summary>
[CollectionDefinition(nameof(CompiledTemplate))]
public sealed class CompiledTemplateCollection : ICollectionFixture<CompiledTemplate>;

/// <summary>A resource with the template that declares it, whose variables it uses.</summary>
public sealed record TemplateResource(JsonNode Template, JsonNode Json)
{
    public string Type => Json["type"]?.GetValue<string>() ?? "";

    public JsonNode Properties => Json["properties"]!;

    public string this[string property] => Properties[property]?.ToString() ?? "";

    /// <summary>The text with the template's plain variables filled in.</summary>
    public string Resolve(string expression) =>
        CompiledTemplate.Variable().Replace(expression, m => Template["variables"]?[m.Groups["name"].Value]?.ToString() ?? m.Value);
}
