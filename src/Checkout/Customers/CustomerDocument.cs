using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkout.Documents;

namespace Checkout.Customers;

/// <summary>A returning customer as a document: UTF-8 JSON in snake_case.</summary>
public static class CustomerDocument
{
    private static readonly JsonTypeInfo<CustomerRecord> Contract = (JsonTypeInfo<CustomerRecord>)new JsonSerializerOptions(CustomerJson.Default.Options)
    {
        TypeInfoResolver = CustomerJson.Default.WithAddedModifier(InitialValues.Keep),
    }.GetTypeInfo(typeof(CustomerRecord));

    public static ReadOnlyMemory<byte> Write(CustomerRecord customer) => JsonSerializer.SerializeToUtf8Bytes(customer, Contract);

    public static CustomerRecord Read(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize(document, Contract) ?? throw new JsonException("The customer document is empty.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CustomerRecord))]
internal sealed partial class CustomerJson : JsonSerializerContext;
