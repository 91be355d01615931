using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The number is in a range, its ends included.</summary>
public sealed class BetweenAttribute(string refusal, long least, long most) : FieldRuleAttribute(refusal)
{
    public override bool Holds(object? value) =>
        value is not (long or int or decimal)
        || Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && number >= least && number <= most;

    public override void Describe(JsonObject schema)
    {
        schema["minimum"] = least;
        schema["maximum"] = most;
    }
}
