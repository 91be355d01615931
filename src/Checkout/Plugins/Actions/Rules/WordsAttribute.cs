using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The text is one of these words, in upper or lower case.</summary>
public sealed class WordsAttribute(string refusal, params string[] words) : FieldRuleAttribute(refusal)
{
    public override bool Holds(object? value) =>
        value is not string { Length: > 0 } text || words.Contains(text, StringComparer.OrdinalIgnoreCase);

    public override void Describe(JsonObject schema) => schema["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);
}
