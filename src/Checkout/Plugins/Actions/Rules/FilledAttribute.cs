using System.Collections;
using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The list holds something.</summary>
public sealed class FilledAttribute(string refusal) : FieldRuleAttribute(refusal)
{
    public override bool Holds(object? value) => value is not IEnumerable items || items.GetEnumerator().MoveNext();

    public override void Describe(JsonObject schema) => schema["minItems"] = 1;
}
