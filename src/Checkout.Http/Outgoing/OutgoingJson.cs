using System.Text.Json.Serialization;

namespace Checkout.Http.Outgoing;

/// <summary>What platforms are sent and answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PlatformOrder))]
[JsonSerializable(typeof(PushedOrder))]
[JsonSerializable(typeof(PlatformCart))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
