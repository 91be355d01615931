using System.Text.Json.Nodes;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>
/// A document in which nothing has two shapes: NSwag and its like write a type for a choice that throws on the second one. What
/// may be null stays what it is.
/// </summary>
internal static class PlainUnions
{
    private static readonly string[] Choices = ["oneOf", "discriminator"];

    public static JsonNode Without(JsonNode document)
    {
        Clear(document);
        return document;
    }

    private static void Clear(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Clear(item);
        if (node is not JsonObject schema)
            return;
        if (schema["oneOf"] is JsonArray choices && !choices.Any(IsNull))
            foreach (var keyword in Choices)
                schema.Remove(keyword);
        foreach (var (_, child) in schema)
            Clear(child);
    }

    private static bool IsNull(JsonNode? choice) =>
        choice is JsonObject shape && shape["type"] is JsonValue type && type.GetValue<string>() == "null";
}
