using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The text has a form.</summary>
/// <param name="pattern">
/// A regular expression of the whole text, in words that .NET and JavaScript share. In .NET its end leaves a line break behind the text.
/// </param>
public sealed class MatchesAttribute(string refusal, string pattern) : FieldRuleAttribute(refusal)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly Regex form = new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    public override bool Holds(object? value) =>
        value is not string { Length: > 0 } text || form.Match(text) is { Success: true, Value: var found } && found == text;

    public override void Describe(JsonObject schema) => schema["pattern"] = pattern;
}
