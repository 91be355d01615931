using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Orders;

namespace Checkout.Webhooks;

/// <summary>What the remote state authority is told of an order (docs/contract/platforms.md#remote-state-authority).</summary>
internal sealed record StateEvent(string Event, string? CartId, string PublicOrderId, long OrderId)
{
    public const string Kind = "state";

    public static string Write(string name, Order order) =>
        JsonSerializer.Serialize(new StateEvent(name, order.CartId, order.PublicOrderId, order.OrderId), StateEventJson.Default.StateEvent);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StateEvent))]
internal sealed partial class StateEventJson : JsonSerializerContext;
