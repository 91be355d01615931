using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Checkout.Http.Dialects.Bold;

/// <summary>Shapes that every area of the dialect shares.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ImmutableArray<ErrorEntry>))]
[JsonSerializable(typeof(ApplicationState))]
[JsonSerializable(typeof(StateOnly))]
[JsonSerializable(typeof(WebhookBody))]
[JsonSerializable(typeof(EmptyObject))]
internal sealed partial class BoldJson : JsonSerializerContext;
