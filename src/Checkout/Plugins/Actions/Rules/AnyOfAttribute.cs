using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The fields of at least one of these groups must be there.</summary>
/// <param name="refusal">Why data without any of them is refused.</param>
/// <param name="groups">Names of fields as they are sent, with a space between those of one group.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyOfAttribute(string refusal, params string[] groups) : Attribute
{
    public string Refusal => refusal;

    /// <summary>The field that is missing; null when a group is there.</summary>
    internal string? WhatLacks(Func<string, bool> isThere) =>
        Groups.Any(group => group.All(isThere)) ? null
        : Groups.FirstOrDefault(group => group.Any(isThere)) is { IsDefault: false } begun ? begun.First(name => !isThere(name))
        : Groups[0][0];

    /// <summary>Writes the rule into the schema of the object.</summary>
    public void Describe(JsonObject schema) =>
        schema["anyOf"] = new JsonArray([
            .. Groups.Select(group => new JsonObject { ["required"] = new JsonArray([.. group.Select(name => JsonValue.Create(name))]) }),
        ]);

    private ImmutableArray<ImmutableArray<string>> Groups => [.. groups.Select(group => group.Split(' ').ToImmutableArray())];
}
