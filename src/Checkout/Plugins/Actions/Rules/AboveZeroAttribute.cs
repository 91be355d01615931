using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The number is above zero, and at most so much.</summary>
public sealed class AboveZeroAttribute(string refusal, long most) : FieldRuleAttribute(refusal)
{
    public override bool Holds(object? value) => value is not decimal number || (number > 0 && number <= most);

    public override void Describe(JsonObject schema)
    {
        schema["exclusiveMinimum"] = 0;
        schema["maximum"] = most;
    }
}
