using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkout.Documents;

namespace Checkout.Orders;

/// <summary>A returning customer, and each method saved, as a document: UTF-8 JSON in snake_case.</summary>
public static class CustomerDocument
{
    private static readonly JsonSerializerOptions Options = new(CustomerJson.Default.Options)
    {
        TypeInfoResolver = CustomerJson.Default.WithAddedModifier(InitialValues.Keep),
    };

    public static ReadOnlyMemory<byte> Write(CustomerRecord customer) =>
        JsonSerializer.SerializeToUtf8Bytes(customer, Contract<CustomerRecord>());

    public static ReadOnlyMemory<byte> Write(SavedPaymentMethod method) =>
        JsonSerializer.SerializeToUtf8Bytes(method, Contract<SavedPaymentMethod>());

    public static CustomerRecord Read(ReadOnlySpan<byte> document) => Read<CustomerRecord>(document);

    public static SavedPaymentMethod ReadMethod(ReadOnlySpan<byte> document) => Read<SavedPaymentMethod>(document);

    private static T Read<T>(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize(document, Contract<T>()) ?? throw new JsonException("The document is empty.");

    private static JsonTypeInfo<T> Contract<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(CustomerRecord))]
internal sealed partial class CustomerJson : JsonSerializerContext;
