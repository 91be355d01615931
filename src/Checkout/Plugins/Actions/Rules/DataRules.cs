using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Plugins.Actions.Rules;

/// <summary>The rules of a type that others send, with those of the objects inside.</summary>
public sealed class DataRules
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, DataRules> Known = new();

    private readonly ImmutableArray<Field> fields;
    private readonly AnyOfAttribute? groups;

    private DataRules(ImmutableArray<Field> fields, AnyOfAttribute? groups) => (this.fields, this.groups) = (fields, groups);

    /// <summary>Read once for a type, for answers are held to them at every call.</summary>
    public static DataRules Of(JsonTypeInfo type) =>
        Known.GetOrAdd(type, static type => new([.. type.Properties.Select(Field.Of)], type.Type.GetCustomAttribute<AnyOfAttribute>()));

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
            return Inside is null || value is null ? null : Broken(value, Inside, path + Name);
        }

        /// <summary>Of every object inside, however deep in lists and maps.</summary>
        private static Problem? Broken(object? value, DataRules inside, string path)
        {
            return value switch
            {
                null => Problem.Invalid(path, "It is missing."),
                IDictionary map => First(map.Keys.Cast<object>().Select(key => Broken(map[key], inside, $"{path}.{key}"))),
                IEnumerable list => First(list.Cast<object?>().Select((item, i) => Broken(item, inside, $"{path}[{i}]"))),
                _ => inside.Broken(value, $"{path}."),
            };

            static Problem? First(IEnumerable<Problem?> problems) => problems.FirstOrDefault(problem => problem is not null);
        }

        /// <summary>The type of the object that the field holds, or its lists and maps; null where it holds none of ours.</summary>
        private static JsonTypeInfo? ObjectIn(JsonPropertyInfo property)
        {
            var item = property.Options.GetTypeInfo(property.PropertyType);
            while (item is { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, ElementType: { } element })
                item = property.Options.GetTypeInfo(element);
            return item.Kind is JsonTypeInfoKind.Object && item.Type.Assembly != typeof(object).Assembly ? item : null;
        }
    }
}
