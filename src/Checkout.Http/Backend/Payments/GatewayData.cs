using System.Text.Json;
using Checkout.Http.Frame.Json;

namespace Checkout.Http.Backend.Payments;

/// <summary>
/// What a client sends along for the gateway, as the text that is kept with the movement: whoever asks for it again sends the
/// same.
/// </summary>
internal static class GatewayData
{
    /// <summary>Characters: it is part of the order's document, once for each movement.</summary>
    public const int Longest = 4_000;

    public static string? Of(IReadOnlyDictionary<string, JsonElement>? data) =>
        data is { Count: > 0 } ? JsonSerializer.Serialize(data, WireJson.Of<IReadOnlyDictionary<string, JsonElement>>()) : null;

    public static string? Of(RefundOrderData? data) =>
        data is null || (data.LineItems is not { Length: > 0 } && data.Others is not { Count: > 0 })
            ? null
            : JsonSerializer.Serialize(data, WireJson.Of<RefundOrderData>());
}
