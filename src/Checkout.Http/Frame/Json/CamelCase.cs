using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Http.Frame.Json;

/// <summary>
/// Names in camelCase, beside a wire that is otherwise in snake_case: for the types of a context that was declared so. What
/// such a type was made from, an order or a shop, is in the context too, and keeps its names.
/// </summary>
internal static class CamelCase
{
    public static IJsonTypeInfoResolver WithItsOwnNames(this JsonSerializerContext context) =>
        context.Options.PropertyNamingPolicy == JsonNamingPolicy.CamelCase
            ? context.WithAddedModifier(type => Rename(type, context.GetType().Assembly))
            : context;

    private static void Rename(JsonTypeInfo type, Assembly wire)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || type.Type.Assembly != wire)
            return;
        foreach (var property in type.Properties)
            if (property.AttributeProvider is MemberInfo member && !member.IsDefined(typeof(JsonPropertyNameAttribute)))
                property.Name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
    }
}
