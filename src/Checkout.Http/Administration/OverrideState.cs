using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed record OverrideState(string PublicId, string OverrideType, string Url)
{
    public static OverrideState Of(OverrideSettings settings) => new(settings.PublicId, settings.Type, settings.Url);
}

public sealed record OverrideRequest(string? OverrideType, string? Url, string? SharedSecret);
