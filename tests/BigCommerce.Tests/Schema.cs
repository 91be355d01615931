using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace BigCommerce.Tests;

/// <summary>
/// Checks an answer against the schemas in Schemas/, which are the property tables of the public page (docs/contract/bigcommerce.md):
/// a property that the table requires is never null, and every key that the page's samples show is there.
/// </summary>
internal static class Schema
{
    private static readonly ConcurrentDictionary<string, JsonObject> Files = new();

    public static void ShouldBe(this JsonNode? value, Answer answer, string schema)
    {
        var problems = new List<string>();
        Check(File(schema + ".json"), value, "$", problems);
        problems.ShouldBeEmpty(answer.Text);
    }

    public static Answer ShouldBe(this Answer answer, int status, string schema)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.Body.ShouldBe(answer, schema);
        return answer;
    }

    /// <summary>What is wrong with the value.</summary>
    internal static IReadOnlyList<string> ProblemsOf(JsonNode? value, string schema)
    {
        var problems = new List<string>();
        Check(File(schema + ".json"), value, "$", problems);
        return problems;
    }

    private static void Check(JsonObject schema, JsonNode? value, string path, List<string> problems)
    {
        if (schema["$ref"] is { } reference)
        {
            Check(File(reference.GetValue<string>()), value, path, problems);
            return;
        }

        if (schema["anyOf"] is JsonArray either)
        {
            var tries = either.Select(one => Tried(one!.AsObject(), value, path)).ToList();
            if (tries.All(t => t.Count > 0))
                problems.AddRange(tries[0]);
            return;
        }

        if (!Types(schema).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(schema).Contains("number")))
        {
            problems.Add($"{path} is {TypeOf(value)}, not {string.Join(" or ", Types(schema))}");
            return;
        }

        if (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
            problems.Add($"{path} is {value}");
        if (value is JsonValue text && schema["format"]?.GetValue<string>() is { } format && !Has(format, text.GetValue<string>()))
            problems.Add($"{path} is no {format}: {text}");
        if (value is JsonArray items && schema["items"] is JsonObject itemSchema)
            for (var i = 0; i < items.Count; i++)
                Check(itemSchema, items[i], $"{path}[{i}]", problems);
        if (value is JsonObject properties)
            CheckProperties(schema, properties, path, problems);
    }

    private static void CheckProperties(JsonObject schema, JsonObject properties, string path, List<string> problems)
    {
        foreach (var required in schema["required"]?.AsArray().Select(r => r!.GetValue<string>()) ?? [])
            if (!properties.ContainsKey(required))
                problems.Add($"{path}.{required} is missing");
        foreach (var (name, property) in properties)
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is JsonObject known)
                Check(known, property, $"{path}.{name}", problems);
    }

    private static List<string> Tried(JsonObject schema, JsonNode? value, string path)
    {
        var problems = new List<string>();
        Check(schema, value, path, problems);
        return problems;
    }

    private static string[] Types(JsonObject schema) =>
        schema["type"] is JsonArray several ? [.. several.Select(t => t!.GetValue<string>())] : [schema["type"]!.GetValue<string>()];

    private static string TypeOf(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => decimal.IsInteger(decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture))
                ? "integer"
                : "number",
            JsonValueKind.String => "string",
            JsonValueKind.Array => "array",
            _ => "object",
        };

    private static bool Has(string format, string text) =>
        format switch
        {
            "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
            "email" => text.Length == 0 || text.Contains('@', StringComparison.Ordinal),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            "date-time" => DateTimeOffset.TryParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm:ssK",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            "number" => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            "e164" => text.Length == 0 || (text[0] == '+' && text[1..].All(char.IsAsciiDigit)),
            _ => throw new InvalidOperationException($"Unknown format {format}."),
        };

    private static JsonObject File(string name) =>
        Files.GetOrAdd(
            name,
            file => JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", file)))!.AsObject()
        );
}
