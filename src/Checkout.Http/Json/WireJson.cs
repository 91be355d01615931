using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Http.Json;

/// <summary>JSON as the wire has it: snake_case, source-generated per area, lenient only where clients need it.</summary>
public static class WireJson
{
    public const int MaxDepth = 32;

    /// <summary>One options object over all areas' contexts.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            MaxDepth = MaxDepth,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = JsonTypeInfoResolver
                .Combine(Contexts)
                .WithAddedModifier(BigCommerce.CamelCase.Names)
                .WithAddedModifier(PhpObjects.AcceptEmptyArrays),
            Converters = { new AmountConverter(), new CountConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The source-generated contexts, one per area.</summary>
    internal static IJsonTypeInfoResolver[] Contexts =>
    [
        FrameJson.Default,
        HealthJson.Default,
        BackendJson.Default,
        AdministrationJson.Default,
        TestGatewayJson.Default,
        PaymentJson.Default,
        PaymentFrameJson.Default,
        StorefrontJson.Default,
        BigCommerceJson.Default,
    ];
}

/// <summary>Shapes that every area shares.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(System.Collections.Immutable.ImmutableArray<ErrorEntry>))]
[JsonSerializable(typeof(Contracts.ApplicationState))]
[JsonSerializable(typeof(Contracts.StateOnly))]
[JsonSerializable(typeof(Contracts.WebhookBody))]
[JsonSerializable(typeof(Outgoing.PlatformOrder))]
[JsonSerializable(typeof(Outgoing.PushedOrder))]
[JsonSerializable(typeof(Outgoing.PlatformCart))]
[JsonSerializable(typeof(Contracts.EmptyObject))]
internal sealed partial class FrameJson : JsonSerializerContext;
