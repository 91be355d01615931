using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Http.Frame.Json;

/// <summary>JSON as the wire has it: snake_case, source-generated per area, lenient only where clients need it.</summary>
public static class WireJson
{
    public const int MaxDepth = 32;

    /// <summary>One options object over all areas' contexts.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            MaxDepth = MaxDepth,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(Contexts).WithAddedModifier(PhpObjects.AcceptEmptyArrays),
            Converters = { new AmountConverter(), new CountConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// The source-generated contexts of all areas, in the order of their names: an area's context is found by being there.
    /// Names are in snake_case where it does not say camelCase.
    /// </summary>
    internal static IJsonTypeInfoResolver[] Contexts => [.. Of(typeof(WireJson).Assembly), new ContextsOfOtherAssemblies()];

    private static IJsonTypeInfoResolver[] Of(Assembly assembly) =>
        [
            .. assembly
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type =>
                    (
                        (JsonSerializerContext)type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!
                    ).WithItsOwnNames()
                ),
        ];

    /// <summary>For the endpoints that a host adds: a type's context is found in the type's own assembly.</summary>
    private sealed class ContextsOfOtherAssemblies : IJsonTypeInfoResolver
    {
        private readonly ConcurrentDictionary<Assembly, IJsonTypeInfoResolver> known = new();

        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            known
                .GetOrAdd(type.Assembly, assembly => JsonTypeInfoResolver.Combine(Builds(assembly) ? Of(assembly) : []))
                .GetTypeInfo(type, options);

        private static bool Builds(Assembly assembly) =>
            assembly.GetReferencedAssemblies().Any(name => name.Name == typeof(WireJson).Assembly.GetName().Name);
    }
}
