using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// Whose page a request comes from, where neither its path nor a token names the shop (docs/contract/README.md#session-cookie).
/// </summary>
public sealed class Visitors(IShops shops, HttpSettings settings)
{
    /// <summary>The one shop that lists the page's origin; where none does or no origin is said, the only shop that there is.</summary>
    public async ValueTask<Shop?> ShopOf(HttpRequest request, CancellationToken cancellation)
    {
        var origin = request.Headers.Origin.ToString();
        var identifiers = await shops.Identifiers(cancellation);
        var listing = new List<Shop>();
        foreach (var identifier in origin.Length > 0 ? identifiers : [])
            if (
                await shops.Find(identifier, cancellation) is { } shop
                && shop.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            )
                listing.Add(shop);
        if (listing.Count > 0)
            return listing is [var one] ? one : null;
        return identifiers is { Count: 1 } && IsOfOurs(request, origin) ? await shops.Find(identifiers[0], cancellation) : null;
    }

    /// <summary>
    /// True for a request that a cookie may speak for: one that only reads, or whose page is the shop's. Browsers say where every other
    /// one comes from, so a page of somebody else's cannot change an order with it.
    /// </summary>
    public bool MaySpeakFor(HttpRequest request, Shop shop)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            : shop.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) || IsOfOurs(request, origin);
    }

    private bool IsOfOurs(HttpRequest request, string origin) =>
        origin.Length == 0
        || origin == $"{request.Scheme}://{request.Host}"
        || settings.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
