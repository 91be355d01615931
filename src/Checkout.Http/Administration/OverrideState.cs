using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed record OverrideState(string PublicId, [property: WordsOf(typeof(OverrideKinds))] string OverrideType, string Url)
{
    public static OverrideState Of(OverrideSettings settings) => new(settings.PublicId, settings.Type, settings.Url);
}

public sealed record OverrideRequest(string? OverrideType, string? Url, string? SharedSecret);
