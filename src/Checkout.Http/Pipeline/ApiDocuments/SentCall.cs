using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>A call that the product makes to a merchant's or a plugin's server: a part of <c>webhooks</c> in the API document.</summary>
/// <param name="Name">Of the part.</param>
/// <param name="Operation">Its name in generated clients.</param>
/// <param name="Summary">When the call is made.</param>
internal sealed record SentCall(string Name, string Operation, string Summary)
{
    /// <summary>The schema of the body.</summary>
    public required Func<WireSchemas, JsonObject> Body { get; init; }

    /// <summary>A body that the product itself wrote.</summary>
    public required Func<JsonNode> Example { get; init; }

    /// <summary>The schema of the answer that is read; null where none is.</summary>
    public Func<WireSchemas, JsonNode>? Answer { get; init; }

    public Func<JsonNode>? AnswerExample { get; init; }

    /// <summary>What the server may answer, by status; the first is a success.</summary>
    public required ImmutableArray<(string Status, string Meaning)> Answers { get; init; }

    public required ImmutableArray<(string Name, string Description)> Headers { get; init; }

    /// <summary>The headers of Standard Webhooks, which every call has.</summary>
    public static ImmutableArray<(string Name, string Description)> StandardHeaders { get; } =
    [
        ("webhook-id", "The message; the same when it is sent again."),
        ("webhook-timestamp", "Unix seconds of this try."),
        ("webhook-signature", "The signature of Standard Webhooks, or two of them while secrets rotate."),
    ];

    /// <summary>A body of a type of which more is known.</summary>
    public static JsonObject Narrowed(JsonNode reference, JsonObject properties) =>
        new()
        {
            ["allOf"] = new JsonArray(
                reference,
                new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]),
                    ["properties"] = properties,
                }
            ),
        };

    public static JsonObject Constant(string word) => new() { ["type"] = "string", ["const"] = word };
}
