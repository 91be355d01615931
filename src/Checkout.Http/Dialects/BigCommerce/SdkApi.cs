using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Dialects.BigCommerce;

/// <summary>
/// Today's Storefront API, which the platform's checkout SDK speaks: it asks for its media type with every call. Its checkout
/// and order have other names than the page's, and its addresses come in them.
/// </summary>
internal static class SdkApi
{
    public const string MediaType = "application/vnd.bc.v1+json";

    private const string ShippingOptions = "consignments.availableShippingOptions";

    public static bool IsAskedFor(Call call) => IsAskedFor(call.Http.Request);

    public static bool IsAskedFor(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The caller wants to read what can be chosen, and of an override that must be asked first.</summary>
    public static bool WantsShippingOptions(Call call) =>
        IsAskedFor(call) && (call.Parameter("include")?.Split(',').Contains(ShippingOptions, StringComparer.Ordinal) ?? false);
}
