using System.Text.Json.Serialization;

namespace Checkout.Http.Outgoing;

/// <summary>What platforms are sent and answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PlatformOrder))]
[JsonSerializable(typeof(PushedOrder))]
[JsonSerializable(typeof(PlatformCart))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
