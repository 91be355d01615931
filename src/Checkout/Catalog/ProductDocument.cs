using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkout.Documents;

namespace Checkout.Catalog;

/// <summary>A product as a document: UTF-8 JSON in snake_case.</summary>
public static class ProductDocument
{
    private static readonly JsonTypeInfo<Product> Contract =
        (JsonTypeInfo<Product>)
            new JsonSerializerOptions(ProductJson.Default.Options)
            {
                TypeInfoResolver = ProductJson.Default.WithAddedModifier(InitialValues.Keep),
            }.GetTypeInfo(typeof(Product));

    public static ReadOnlyMemory<byte> Write(Product product) => JsonSerializer.SerializeToUtf8Bytes(product, Contract);

    public static Product Read(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize(document, Contract) ?? throw new JsonException("The product document is empty.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(Product))]
internal sealed partial class ProductJson : JsonSerializerContext;
