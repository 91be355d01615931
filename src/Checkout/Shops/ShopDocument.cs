using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkout.Documents;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Shops;

/// <summary>A shop's configuration as a document (schema: samples/shop.schema.json): snake_case, enums as words.</summary>
public static class ShopDocument
{
    private static readonly JsonTypeInfo<Shop> Stored = Contract(JsonUnmappedMemberHandling.Skip);
    private static readonly JsonTypeInfo<Shop> Supplied = Contract(JsonUnmappedMemberHandling.Disallow);

    /// <summary>For the API document, which describes what <see cref="Parse"/> reads.</summary>
    public static IJsonTypeInfoResolver Shape => ShopJson.Default;

    public static ReadOnlyMemory<byte> Write(Shop shop) => JsonSerializer.SerializeToUtf8Bytes(shop, Stored);

    /// <summary>A document of our own; what a newer version of the program added is passed over.</summary>
    public static Shop Read(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize(document, Stored) ?? throw new JsonException("The shop document is empty.");

    /// <summary>
    /// A document that a merchant wrote: a misspelled or missing field is refused by name, so that no setting is
    /// silently ignored.
    /// </summary>
    public static Result<Shop> Parse(ReadOnlySpan<byte> document)
    {
        try
        {
            return JsonSerializer.Deserialize(document, Supplied) is { } shop ? shop : Problem.Invalid("", "The shop document is empty.");
        }
        catch (JsonException fault)
        {
            return Refusal(fault);
        }
    }

    /// <summary>The JSON schema of a document that a merchant writes: what <see cref="Parse"/> reads.</summary>
    public static string Schema()
    {
        var schema = Supplied.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Shop");
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    // The serializer names unknown and missing members in single quotes, after which it names our record types.
    private static Problem Refusal(JsonException fault)
    {
        var path = fault.Path?.TrimStart('$').TrimStart('.') ?? "";
        var names = fault.Message.Split('\'');
        if (fault.Message.StartsWith("The JSON property", StringComparison.Ordinal) && names.Length > 1)
        {
            var field = path.EndsWith(names[1], StringComparison.Ordinal) ? path : Join(path, names[1]);
            return Problem.Invalid(field, $"The field {field} is not known.", "unknown_field");
        }

        if (fault.Message.Contains("missing required properties", StringComparison.Ordinal) && names.Length > 3)
        {
            var missing = names.Where((_, i) => i >= 3 && i % 2 == 1).Select(name => Join(path, name)).ToList();
            return Problem.Invalid(missing[0], $"Missing: {string.Join(", ", missing)}.", "missing_field");
        }

        return Problem.Invalid(path, $"The field {(path.Length == 0 ? "shop" : path)} cannot be read as what it should be.", "malformed");
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static JsonTypeInfo<Shop> Contract(JsonUnmappedMemberHandling unknown) =>
        (JsonTypeInfo<Shop>)
            new JsonSerializerOptions(ShopJson.Default.Options)
            {
                UnmappedMemberHandling = unknown,
                TypeInfoResolver = ShopJson.Default.WithAddedModifier(InitialValues.Keep),
            }.GetTypeInfo(typeof(Shop));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(SnakeCaseEnum<CaptureMode>),
        typeof(SnakeCaseEnum<DiscountTarget>),
        typeof(SnakeCaseEnum<AmountKind>),
        typeof(SnakeCaseEnum<LetterKind>),
        typeof(SnakeCaseEnum<AuthorityProtocol>),
    ]
)]
[JsonSerializable(typeof(Shop))]
internal sealed partial class ShopJson : JsonSerializerContext;
