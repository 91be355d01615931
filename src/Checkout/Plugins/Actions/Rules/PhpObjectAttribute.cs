using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>Any object; PHP writes an empty one as an empty list.</summary>
public sealed class PhpObjectAttribute(string refusal) : FieldRuleAttribute(refusal)
{
    public override bool Holds(object? value) =>
        value is not JsonElement json
        || json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object
        || (json.ValueKind is JsonValueKind.Array && json.GetArrayLength() == 0);

    public override void Describe(JsonObject schema) =>
        schema["oneOf"] = new JsonArray(
            new JsonObject { ["type"] = "object", ["additionalProperties"] = true },
            new JsonObject { ["type"] = "array", ["maxItems"] = 0 }
        );
}
