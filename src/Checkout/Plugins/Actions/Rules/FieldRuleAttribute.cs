using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>
/// A rule of a field that others send: the reader refuses what breaks it, and the API document says it of the field. A field that is
/// not there breaks no rule but <see cref="NeededAttribute"/>.
/// </summary>
/// <param name="refusal">Why a value is refused.</param>
[AttributeUsage(AttributeTargets.Property)]
public abstract class FieldRuleAttribute(string refusal) : Attribute
{
    public string Refusal => refusal;

    public abstract bool Holds(object? value);

    /// <summary>Writes the rule into the field's JSON schema.</summary>
    public abstract void Describe(JsonObject schema);
}
