using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkout.Documents;
using Checkout.Money;

namespace Checkout.Orders;

/// <summary>
/// The order as a document: UTF-8 JSON that loses nothing. An older document is upgraded in memory when it is read;
/// one from a newer version of the program is refused rather than half understood.
/// </summary>
public static class OrderDocument
{
    private static readonly JsonTypeInfo<Order> Contract =
        (JsonTypeInfo<Order>)
            new JsonSerializerOptions(OrderJson.Default.Options)
            {
                TypeInfoResolver = OrderJson.Default.WithAddedModifier(InitialValues.Keep),
            }.GetTypeInfo(typeof(Order));

    /// <summary>The state; what is recorded since the last commit (timeline, outbox) is not part of it.</summary>
    public static ReadOnlyMemory<byte> Write(Order order) => JsonSerializer.SerializeToUtf8Bytes(order, Contract);

    /// <exception cref="JsonException">The document is not an order of a schema up to <see cref="Order.CurrentSchema"/>.</exception>
    public static Order Read(ReadOnlySpan<byte> document)
    {
        var order = JsonSerializer.Deserialize(document, Contract) ?? throw new JsonException("The order document is empty.");
        return order.SchemaVersion switch
        {
            Order.CurrentSchema => order,
            > Order.CurrentSchema => throw new JsonException(
                $"The order document has schema {order.SchemaVersion}; this program knows up to {Order.CurrentSchema}."
            ),
            _ => Upgrade(document),
        };
    }

    // Schema 0 is a document without the version: it has the shape of schema 1. What a later schema renames or moves
    // is done here, one step after the other, on the JSON.
    private static Order Upgrade(ReadOnlySpan<byte> document)
    {
        var json = JsonNode.Parse(document)!.AsObject();
        json["schema_version"] = Order.CurrentSchema;
        return json.Deserialize(Contract)!;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(SnakeCaseEnum<OrderStatus>),
        typeof(SnakeCaseEnum<TransactionKind>),
        typeof(SnakeCaseEnum<TransactionStatus>),
        typeof(SnakeCaseEnum<CaptureMode>),
        typeof(SnakeCaseEnum<CommandStatus>),
        typeof(SnakeCaseEnum<ProblemKind>),
        typeof(SnakeCaseEnum<DiscountTarget>),
        typeof(SnakeCaseEnum<AmountKind>),
    ]
)]
[JsonSerializable(typeof(Order))]
internal sealed partial class OrderJson : JsonSerializerContext;
