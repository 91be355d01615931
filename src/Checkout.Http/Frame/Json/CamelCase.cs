using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Http.Frame.Json;

/// <summary>Names in camelCase, beside a wire that is otherwise in snake_case: for a context that was declared so.</summary>
internal static class CamelCase
{
    public static IJsonTypeInfoResolver WithItsOwnNames(this JsonSerializerContext context) =>
        context.Options.PropertyNamingPolicy == JsonNamingPolicy.CamelCase ? context.WithAddedModifier(Names) : context;

    private static void Names(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
            return;
        foreach (var property in type.Properties)
            if (property.AttributeProvider is MemberInfo member && !member.IsDefined(typeof(JsonPropertyNameAttribute)))
                property.Name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
    }
}
