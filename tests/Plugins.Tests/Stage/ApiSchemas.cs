using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline.ApiDocuments;
using Json.Schema;

namespace Checkout.Plugins.Tests;

/// <summary>
/// The schemas of the API document, held strictly: a field that is sent and not described is a fault too. What a call is named by
/// its part under <c>webhooks</c>, such as <c>event/app_hook</c>.
/// </summary>
internal static class ApiSchemas
{
    private const string Components = "#/components/schemas/";
    private static readonly Lazy<JsonNode> Read = new(() =>
        JsonNode.Parse(new ApiDocument(Endpoints.Table, () => SentCalls.All).Written.Span)!
    );
    private static readonly ConcurrentDictionary<string, JsonSchema> Built = new(StringComparer.Ordinal);

    public static JsonNode Document => Read.Value;

    public static IReadOnlyList<string> Calls => [.. Document["webhooks"]!.AsObject().Select(call => call.Key)];

    public static JsonNode Call(string name) => Document["webhooks"]![name]!["post"]!;

    public static JsonNode Body(string call) => Call(call)["requestBody"]!["content"]!["application/json"]!;

    /// <summary>Null of a call whose answer is not read.</summary>
    public static JsonNode? Answer(string call) => Call(call)["responses"]!["200"]?["content"]?["application/json"];

    public static JsonObject Component(string name) => Document["components"]!["schemas"]![name]!.AsObject();

    /// <summary>The component that the schema refers to, or the schema itself.</summary>
    public static JsonObject Followed(JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? Component(reference[Components.Length..]) : schema.AsObject();

    /// <summary>What does not fit; empty when all does.</summary>
    public static string Faults(JsonNode schema, string json)
    {
        var text = schema.ToJsonString();
        var built = Built.GetOrAdd(text, _ => JsonSchema.FromText(Strict(schema).ToJsonString()));
        using var body = JsonDocument.Parse(json);
        var found = built.Evaluate(body.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (found.IsValid)
            return "";
        var faults = new StringBuilder();
        foreach (var fault in (found.Details ?? []).Where(fault => fault.Errors is { Count: > 0 }))
            faults.AppendLine($"{fault.InstanceLocation}: {string.Join(' ', fault.Errors!.Values)} ({fault.EvaluationPath})");
        return faults.Length > 0 ? faults.ToString() : "It does not fit.";
    }

    private static JsonObject Strict(JsonNode schema)
    {
        var definitions = new JsonObject();
        var whole = schema.DeepClone().AsObject();
        var open = Document.AsObject().SelectMany(part => Nodes(part.Value)).SelectMany(Parts).ToHashSet(StringComparer.Ordinal);
        var left = new Queue<JsonObject>([whole]);
        while (left.TryDequeue(out var next))
            foreach (var node in Nodes(next).ToList())
            {
                node.Remove("discriminator");
                if (node["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(Components, StringComparison.Ordinal))
                {
                    var name = reference[Components.Length..];
                    node["$ref"] = $"#/$defs/{name}";
                    if (definitions.ContainsKey(name))
                        continue;
                    var definition = Component(name).DeepClone().AsObject();
                    definitions[name] = definition;
                    left.Enqueue(definition);
                    if (!open.Contains(name))
                        Close(definition);
                    else
                        CloseInside(definition);
                }
            }

        Close(whole);
        whole["$defs"] = definitions;
        return whole;
    }

    /// <summary>The components that are a part of others: those that are whole are closed instead.</summary>
    private static IEnumerable<string> Parts(JsonObject node) =>
        (node["allOf"]?.AsArray() ?? [])
            .Select(part => part!["$ref"]?.GetValue<string>())
            .OfType<string>()
            .Select(reference => reference[Components.Length..]);

    private static void Close(JsonObject schema)
    {
        if (schema.ContainsKey("allOf"))
            schema["unevaluatedProperties"] = false;
        else if (schema["properties"] is not null && !schema.ContainsKey("additionalProperties"))
            schema["additionalProperties"] = false;
        CloseInside(schema);
    }

    private static void CloseInside(JsonObject schema)
    {
        foreach (var (key, inside) in schema)
        {
            if (key is "properties" or "$defs" && inside is JsonObject named)
                foreach (var (_, one) in named)
                    Close((JsonObject)one!);
            else if (key is "items" or "additionalProperties" && inside is JsonObject item)
                Close(item);
            else if (key is "oneOf" && inside is JsonArray choices)
                foreach (var choice in choices)
                    Close((JsonObject)choice!);
            else if (key is "allOf" && inside is JsonArray parts)
                foreach (var part in parts)
                    CloseInside((JsonObject)part!);
        }
    }

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.Select(child => child.Value).SelectMany(Nodes).Prepend(one),
            JsonArray many => many.SelectMany(Nodes),
            _ => [],
        };
}
