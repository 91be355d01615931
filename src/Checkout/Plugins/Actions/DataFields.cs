using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Plugins.Actions;

/// <summary>Names the fields of an action's data as plugins write them.</summary>
internal static class DataFields
{
    public static ImmutableArray<string> Of(JsonTypeInfo type) =>
        [
            .. type.Properties.Select(field =>
                $"{field.Name}: {WordOf(Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType)}"
            ),
        ];

    private static string WordOf(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(bool) ? "flag"
        : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? "number"
        : type == typeof(JsonElement) ? "any"
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? "list"
        : "object";
}
