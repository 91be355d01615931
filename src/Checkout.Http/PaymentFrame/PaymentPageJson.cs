using System.Text.Json.Serialization;

namespace Checkout.Http.PaymentFrame;

/// <summary>What the page's own script reads.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageSettings))]
internal sealed partial class PaymentPageJson : JsonSerializerContext;
