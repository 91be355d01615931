using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Http.Dialects.BigCommerce;

/// <summary>The facade's names are in camelCase, beside a wire that is otherwise in snake_case.</summary>
internal static class CamelCase
{
    public static void Names(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || type.Type.Namespace?.EndsWith(".BigCommerce", StringComparison.Ordinal) is not true)
            return;
        foreach (var property in type.Properties)
            if (property.AttributeProvider is MemberInfo member && !member.IsDefined(typeof(JsonPropertyNameAttribute)))
                property.Name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
    }
}
