using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The field must be there, and a text must not be empty.</summary>
public sealed class NeededAttribute(string refusal) : FieldRuleAttribute(refusal)
{
    public override bool Holds(object? value) => IsThere(value);

    internal static bool IsThere(object? value) =>
        value switch
        {
            null => false,
            string text => text.Length > 0,
            JsonElement json => json.ValueKind is not JsonValueKind.Undefined,
            _ => true,
        };

    public override void Describe(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(type => type!.GetValue<string>()).First(type => type != "null");
        if (schema["oneOf"] is JsonArray choices && choices.FirstOrDefault(IsNull) is { } nothing)
            choices.Remove(nothing);
        if (schema["type"] is JsonValue known && known.GetValue<string>() == "string")
            schema["minLength"] = 1;
    }

    private static bool IsNull(JsonNode? choice) => choice?["type"] is JsonValue type && type.ToString() == "null";
}
