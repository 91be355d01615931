using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The rules of a type that others send, with those of the objects inside.</summary>
public sealed class DataRules
{
    private readonly ImmutableArray<Field> fields;
    private readonly AnyOfAttribute? groups;

    private DataRules(ImmutableArray<Field> fields, AnyOfAttribute? groups) => (this.fields, this.groups) = (fields, groups);

    public static DataRules Of(JsonTypeInfo type) =>
        new([.. type.Properties.Select(property => Field.Of(property))], type.Type.GetCustomAttribute<AnyOfAttribute>());

    /// <summary>The first rule that does not hold, naming the field; null when all do.</summary>
    /// <param name="path">Of the object in what was sent; empty, or ending in a dot.</param>
    public Problem? Broken(object data, string path = "")
    {
        foreach (var field in fields)
            if (field.Broken(data, path) is { } problem)
                return problem;
        return groups?.WhatLacks(IsThere) is { } missing ? Problem.Invalid(path + missing, groups.Refusal) : null;

        bool IsThere(string name) => fields.Any(field => field.Name == name && NeededAttribute.IsThere(field.Value(data)));
    }

    private sealed record Field(string Name, Func<object, object?> Value, ImmutableArray<FieldRuleAttribute> Rules, DataRules? Inside)
    {
        public static Field Of(JsonPropertyInfo property) =>
            new(
                property.Name,
                property.Get!,
                [
                    .. (
                        property.AttributeProvider?.GetCustomAttributes(typeof(FieldRuleAttribute), inherit: false) ?? []
                    ).Cast<FieldRuleAttribute>(),
                ],
                ObjectIn(property) is { } inside ? DataRules.Of(inside) : null
            );

        public Problem? Broken(object data, string path)
        {
            var value = Value(data);
            if (Rules.FirstOrDefault(rule => !rule.Holds(value)) is { } rule)
                return Problem.Invalid(path + Name, rule.Refusal);
            if (Inside is null || value is null)
                return null;
            return value is IEnumerable items
                ? items
                    .Cast<object?>()
                    .Select(
                        (item, i) =>
                            item is null
                                ? Problem.Invalid($"{path}{Name}[{i}]", "It is missing.")
                                : Inside.Broken(item, $"{path}{Name}[{i}].")
                    )
                    .FirstOrDefault(problem => problem is not null)
                : Inside.Broken(value, $"{path}{Name}.");
        }

        /// <summary>The type of the object that the field holds, or that its list holds; null where it holds none of ours.</summary>
        private static JsonTypeInfo? ObjectIn(JsonPropertyInfo property)
        {
            var type = property.Options.GetTypeInfo(property.PropertyType);
            var item = type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element }
                ? property.Options.GetTypeInfo(element)
                : type;
            return item.Kind is JsonTypeInfoKind.Object && item.Type.Assembly != typeof(object).Assembly ? item : null;
        }
    }
}
