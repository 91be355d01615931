using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Primitives;

namespace Checkout.Http.Pipeline;

/// <summary>
/// Cross-origin rules, per shop: browsers send credentials, so the origin is echoed, never <c>*</c>
/// (docs/contract/README.md#cors).
/// </summary>
internal static class Cors
{
    private const string AllowedHeaders =
        "Content-Type, Accept, Authorization, JWT, Bold-API-Version-Date, X-Auth-Client, X-Auth-Token, "
        + "X-Checkout-SDK-Version, X-Checkout-Variant, X-API-INTERNAL, X-XSRF-TOKEN";
    private const string AllowedMethods = "GET, POST, PUT, PATCH, DELETE";

    public static bool Allow(HttpContext http, Shop shop, HttpSettings settings) =>
        Allow(http, [.. shop.CorsOrigins, .. settings.CorsOrigins]);

    public static bool Allow(HttpContext http, ImmutableArray<string> origins)
    {
        var headers = http.Response.Headers;
        headers.Vary = StringValues.Concat(headers.Vary, "Origin");
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !origins.Contains(origin, StringComparer.OrdinalIgnoreCase))
            return false;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlExposeHeaders = "Location, Retry-After, Server-Timing";
        return true;
    }

    public static void AllowMethods(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = AllowedMethods;
        http.Response.Headers.AccessControlAllowHeaders = AllowedHeaders;
        http.Response.Headers.AccessControlMaxAge = "600";
    }
}

/// <summary>Answers OPTIONS for every path, so that a page can read why it is refused, and what no endpoint takes.</summary>
public sealed class Preflight(EndpointTable table, IShops shops, HttpSettings settings)
{
    /// <summary>Parsed when the first path is asked about: a host that starts has better things to do.</summary>
    private readonly Lazy<ImmutableArray<TemplateMatcher>> routes = new(() =>
        [.. table.All.Select(e => e.Route).Distinct(StringComparer.Ordinal).Select(r => new TemplateMatcher(TemplateParser.Parse(r), []))]
    );

    public async Task<IResult> Run(HttpContext http)
    {
        http.Request.Path = CanonicalPath.Of(http.Request.Path);
        if (await AllowOrigin(http, Match(http.Request.Path) ?? []))
            Cors.AllowMethods(http);
        return Results.NoContent();
    }

    /// <summary>404, or 405 with the methods that the path takes; a shop's page can read it.</summary>
    public async Task<IResult> Refuse(HttpContext http)
    {
        if (Match(http.Request.Path) is not { } values)
        {
            if (table.Of(http.Request.Path) is not null)
                await AllowOrigin(http, []);
            return NothingHere(http);
        }

        await AllowOrigin(http, values);
        var methods = string.Join(
            ", ",
            table.All.Where(e => Takes(e.Route, http.Request.Path)).Select(e => e.Method).Distinct(StringComparer.Ordinal)
        );
        http.Response.Headers.Allow = methods;
        var problem = new Problem($"This path takes {methods}.", "validation", "method", "method_not_allowed");
        return table.DialectOf(http.Request.Path).Refuse(new Refusal([problem]) { Status = StatusCodes.Status405MethodNotAllowed });
    }

    /// <summary>A page may read why it was not let in: who it is was not found out, so any shop's page may.</summary>
    public async Task AllowRefusal(HttpContext http) => await AllowOrigin(http, []);

    private IResult NothingHere(HttpContext http) =>
        table.DialectOf(http.Request.Path).Refuse(new Refusal([Problem.NotFound("There is nothing here.")]));

    private async Task<bool> AllowOrigin(HttpContext http, RouteValueDictionary values)
    {
        var origins = values[RouteNames.Shop]?.ToString() is { } identifier
            ? (await shops.Find(identifier, http.RequestAborted))?.CorsOrigins ?? []
            : await OriginsOfAllShops(http.RequestAborted);
        return Cors.Allow(http, [.. origins, .. settings.CorsOrigins]);
    }

    private static bool Takes(string route, PathString path) => new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []);

    private RouteValueDictionary? Match(PathString path)
    {
        foreach (var route in routes.Value)
        {
            var values = new RouteValueDictionary();
            if (route.TryMatch(path, values))
                return values;
        }

        return null;
    }

    /// <summary>A path without a shop (the BigCommerce facade) may be any shop's.</summary>
    private async Task<ImmutableArray<string>> OriginsOfAllShops(CancellationToken cancellation)
    {
        var origins = ImmutableArray.CreateBuilder<string>();
        foreach (var identifier in await shops.Identifiers(cancellation))
            origins.AddRange((await shops.Find(identifier, cancellation))?.CorsOrigins ?? []);
        return origins.ToImmutable();
    }
}
