using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Plugins.Actions;

namespace Checkout.Plugins.Tests;

/// <summary>The API document's words on what plugins and overrides answer, for pages.</summary>
internal static class PayloadTables
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(PluginAction action)
    {
        var schema = ApiSchemas.Component("PluginAction")["oneOf"]!
            .AsArray()
            .Select(one => ApiSchemas.Followed(one!))
            .Single(Has(action.Name));
        var table = TableOf(ApiSchemas.Followed(schema["properties"]!["data"]!));
        return table + Fenced(schema["examples"]![0]!);
    }

    public static string OfAnswer(string kind)
    {
        var answer = ApiSchemas.Answer($"override/{kind}")!;
        return TableOf(ApiSchemas.Followed(answer["schema"]!)) + Fenced(answer["example"]!);
    }

    private static Func<JsonObject, bool> Has(string name) =>
        schema => schema["properties"]!["type"]!["enum"]!.AsArray().Any(word => word!.GetValue<string>() == name);

    private static string TableOf(JsonObject data)
    {
        if (data["properties"] is not JsonObject { Count: > 0 })
            return "No data.\n\n";
        var table = new StringBuilder("| Field | Holds | |\n|---|---|---|\n");
        Add(table, data, "");
        if (data["anyOf"] is JsonArray groups)
            table.Append($"\nOne of them must be there: {string.Join(", or ", groups.Select(Group))}.\n");
        return table.Append('\n').ToString();
    }

    private static void Add(StringBuilder table, JsonObject data, string path)
    {
        var required = (data["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        foreach (var (name, field) in data["properties"]?.AsObject() ?? [])
        {
            var (shape, word) = Shape(field!);
            var needed = required.Contains(name) ? ", required" : "";
            var about = (field!["description"] ?? shape["description"])?.GetValue<string>() ?? "";
            table.Append($"| `{path}{name}` | {word}{needed} | {about.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            Add(
                table,
                shape,
                path
                    + name
                    + (
                        word == "list" ? "[]."
                        : word == "object of lists" ? ".*[]."
                        : "."
                    )
            );
        }
    }

    /// <summary>What is inside, and a word for what holds it.</summary>
    private static (JsonObject Inside, string Word) Shape(JsonNode field)
    {
        if (field["oneOf"] is JsonArray choices)
            return choices.Any(choice => choice!["type"] is JsonValue type && type.ToString() == "string")
                ? (field.AsObject(), "number or text")
                : Shape(choices[0]!);
        var schema = ApiSchemas.Followed(field);
        if (schema["enum"] is JsonArray words)
            return (schema, string.Join(", ", words.Select(one => $"`{one!.GetValue<string>()}`")));
        var kind = schema["type"] switch
        {
            JsonArray types => types.Select(type => type!.GetValue<string>()).First(type => type != "null"),
            { } type => type.GetValue<string>(),
            null => "",
        };
        return kind switch
        {
            "string" => (schema, "text"),
            "boolean" => (schema, "flag"),
            "integer" or "number" => (schema, kind == "integer" ? "integer" : "number"),
            "array" => (ApiSchemas.Followed(schema["items"]!), "list"),
            "object" when schema["additionalProperties"] is JsonObject { Count: > 0 } each && each["items"] is { } item => (
                ApiSchemas.Followed(item),
                "object of lists"
            ),
            "object" => (schema, "object"),
            _ => (schema, "any"),
        };
    }

    private static string Group(JsonNode? group) =>
        string.Join(" and ", group!["required"]!.AsArray().Select(name => $"`{name!.GetValue<string>()}`"));

    private static string Fenced(JsonNode json) => $"```json\n{json.ToJsonString(Readable)}\n```\n";
}
