using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkout.Http.Frame.Json;
using Checkout.Plugins.Actions;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>JSON schemas of the wire's types, each named once; written from the same contracts that read and write the wire.</summary>
internal sealed class WireSchemas
{
    private const string Prefix = "#/components/schemas/";
    private const string AlsoNumbers = "A number is accepted too.";
    private const string NothingIsAnArray = "Nothing is written as an empty array.";

    private readonly SortedDictionary<string, JsonObject> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> sent = new(StringComparer.Ordinal);
    private readonly JsonSerializerOptions options = Bare();
    private bool isRequest;

    public IDictionary<string, JsonObject> Named => named;

    /// <summary>What a client may send: the slice says what is required, so no key is.</summary>
    public JsonNode OfRequest(Type type) => Of(type, request: true);

    /// <summary>
    /// What a client gets: every key, save those that are left out when they are null. Ask for requests first: what is
    /// also sent by clients requires nothing.
    /// </summary>
    public JsonNode OfAnswer(Type type) => Of(type, request: false);

    /// <summary>One object with the fields of several types, under the name of the first.</summary>
    public JsonNode OfRequest(ImmutableArray<Type> types)
    {
        var reference = OfRequest(types[0]);
        var fields = Fields(named[NameOf(reference)!], "properties", () => new JsonObject());
        var required = Fields(named[NameOf(reference)!], "required", () => new JsonArray());
        foreach (var other in types.Skip(1).Select(OnceMore))
        {
            foreach (var (name, field) in other["properties"]!.AsObject())
                fields[name] = field!.DeepClone();
            foreach (var name in other["required"]?.AsArray() ?? [])
                required.Add(name!.DeepClone());
        }

        if (required.Count == 0)
            named[NameOf(reference)!].Remove("required");
        return reference;

        static T Fields<T>(JsonObject schema, string key, Func<T> none)
            where T : JsonNode
        {
            if (schema[key] is not T)
                schema[key] = none();
            return (T)schema[key]!;
        }
    }

    public static JsonObject Reference(string name) => new() { ["$ref"] = Prefix + name };

    public static string? NameOf(JsonNode? schema) =>
        schema?["$ref"]?.GetValue<string>() is { } reference ? reference[Prefix.Length..] : null;

    /// <summary>The schema of a request; what has the type's name keeps it.</summary>
    private JsonObject OnceMore(Type type)
    {
        var apart = new WireSchemas();
        return apart.named[NameOf(apart.OfRequest(type))!];
    }

    private JsonNode Of(Type type, bool request)
    {
        isRequest = request;
        return options.GetJsonSchemaAsNode(
            type,
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform }
        );
    }

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var converter = ConverterOf(context.PropertyInfo);
        if (converter == typeof(TextOrNumberConverter))
            return Described(context, new JsonObject { ["type"] = new JsonArray("string", "null") }, AlsoNumbers);
        if (AttributeOf<NumberOrTextAttribute>(context.PropertyInfo) is not null)
            return Described(context, NumberOrText(), rule: null);
        if (AttributeOf<ShapeAttribute>(context.PropertyInfo) is { } shape)
            return Described(context, (JsonObject)Of(shape.Type, isRequest), rule: null);
        var node = schema is JsonObject known ? Name(context, known) : new JsonObject();
        // A generated client takes a field with a default for one that is always there.
        node.Remove("default");
        return IsPhpObject(converter)
            ? Described(context, OrEmptyArray(node), NothingIsAnArray)
            : Described(context, Ruled(context, Closed(context, node)), rule: null);
    }

    /// <summary>With what the code says of the property; a reference is described where it leads.</summary>
    private static JsonObject Described(JsonSchemaExporterContext context, JsonObject schema, string? rule)
    {
        var comment = context.PropertyInfo?.AttributeProvider is MemberInfo member ? XmlComments.Of(member) : null;
        if (!schema.ContainsKey("$ref") && string.Join(' ', new[] { comment, rule }.OfType<string>()) is { Length: > 0 } description)
            schema["description"] = description;
        return schema;
    }

    private static JsonObject Closed(JsonSchemaExporterContext context, JsonObject schema)
    {
        if (AttributeOf<WordsOfAttribute>(context.PropertyInfo) is { } words)
            (schema["items"]?.AsObject() ?? schema)["enum"] = new JsonArray([.. words.All.Select(word => JsonValue.Create(word))]);
        return schema;
    }

    /// <summary>With the rules that a reader holds what it is sent to.</summary>
    private JsonObject Ruled(JsonSchemaExporterContext context, JsonObject schema)
    {
        foreach (var rule in isRequest ? AttributesOf<FieldRuleAttribute>(context.PropertyInfo) : [])
            rule.Describe(schema);
        return schema["oneOf"] is JsonArray { Count: 1 } only ? only[0]!.DeepClone().AsObject() : schema;
    }

    private JsonObject Name(JsonSchemaExporterContext context, JsonObject schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // The exporter points at an earlier place of the same export, which is elsewhere once types have names.
        var isRepeated = schema.ContainsKey("$ref");
        if (
            context.TypeInfo.Kind is not JsonTypeInfoKind.Object
            || type.Namespace?.StartsWith("Checkout", StringComparison.Ordinal) is not true
        )
            return isRepeated ? (JsonObject)Of(context.TypeInfo.Type, isRequest) : WithFormat(type, schema);

        var name = NameFor(type);
        var isNullable = schema["type"] is JsonArray || (isRepeated && context.PropertyInfo?.IsGetNullable is true);
        if (!isRepeated)
            named[name] = Whole(context.TypeInfo, type, name, schema);

        return isNullable
            ? new JsonObject { ["oneOf"] = new JsonArray(Reference(name), new JsonObject { ["type"] = "null" }) }
            : Reference(name);
    }

    /// <summary>The schema of an object with what must be there and what the code says of it.</summary>
    private JsonObject Whole(JsonTypeInfo info, Type type, string name, JsonObject schema)
    {
        schema["type"] = "object";
        schema.Remove("required");
        if (isRequest)
            sent.Add(name);
        var required = sent.Contains(name) ? Needed(info) : Required(info);
        if (required.Count > 0)
            schema["required"] = required;
        if (isRequest)
            type.GetCustomAttribute<AnyOfAttribute>()?.Describe(schema);
        if (XmlComments.Of(type) is { } comment)
            schema["description"] = comment;
        return schema;
    }

    private static JsonObject WithFormat(Type type, JsonObject schema)
    {
        if (type == typeof(long))
            schema["format"] = "int64";
        if (type == typeof(int))
            schema["format"] = "int32";
        return schema;
    }

    private string NameFor(Type type)
    {
        var name = type.IsNested ? type.DeclaringType!.Name + type.Name : type.Name;
        if (owners.TryGetValue(name, out var owner) && owner != type)
            name = type.Namespace!.Split('.')[^1] + name;
        owners[name] = type;
        return name;
    }

    private static JsonArray Required(JsonTypeInfo type) =>
        new([
            .. type
                .Properties.Where(p => p is { Get: not null, IsExtensionData: false } && !IsLeftOut(p))
                .Select(p => JsonValue.Create(p.Name)),
        ]);

    /// <summary>What a reader refuses to do without.</summary>
    private static JsonArray Needed(JsonTypeInfo type) =>
        new([.. type.Properties.Where(p => AttributesOf<NeededAttribute>(p).Any()).Select(p => JsonValue.Create(p.Name))]);

    private static bool IsLeftOut(JsonPropertyInfo property) =>
        AttributesOf<JsonIgnoreAttribute>(property)
            .Any(a => a.Condition is JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault);

    private static JsonObject NumberOrText() =>
        new() { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "integer" }, new JsonObject { ["type"] = "string" }) };

    /// <summary>PHP writes an empty object as [] (docs/contract/README.md#bodies).</summary>
    private static JsonObject OrEmptyArray(JsonObject schema) =>
        new()
        {
            ["oneOf"] = new JsonArray(
                schema["oneOf"] is JsonArray either ? either[0]!.DeepClone() : WithoutNull(schema),
                new JsonObject { ["type"] = "array", ["maxItems"] = 0 }
            ),
        };

    private static JsonObject WithoutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray)
            schema["type"] = "object";
        return schema;
    }

    private static bool IsPhpObject(Type? converter) =>
        converter == typeof(SortedPhpObject)
        || (converter is { IsGenericType: true } && converter.GetGenericTypeDefinition() == typeof(PhpObjectConverter<>));

    private static Type? ConverterOf(JsonPropertyInfo? property) => AttributeOf<JsonConverterAttribute>(property)?.ConverterType;

    private static T? AttributeOf<T>(JsonPropertyInfo? property)
        where T : Attribute => AttributesOf<T>(property).FirstOrDefault();

    private static IEnumerable<T> AttributesOf<T>(JsonPropertyInfo? property)
        where T : Attribute => property?.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>() ?? [];

    /// <summary>The wire's contracts without its converters, of which a schema can say nothing.</summary>
    private static JsonSerializerOptions Bare()
    {
        var bare = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            TypeInfoResolver = JsonTypeInfoResolver
                .Combine([.. WireJson.Contexts, ShopDocument.Shape, PluginActions.Shapes])
                .WithAddedModifier(type =>
                {
                    if (type.Kind is JsonTypeInfoKind.Object)
                        foreach (var property in type.Properties)
                            property.CustomConverter = null;
                }),
        };
        bare.MakeReadOnly();
        return bare;
    }
}
