using System.Security.Cryptography;
using System.Text;
using Checkout.Shops;

namespace Checkout.Http.SignIn;

/// <summary>Lets a caller in as its endpoint asks: a shopper by JWT, a back office by API token.</summary>
public sealed class Authenticator(JwtReader jwts, IShops shops, DeploymentToken deployment)
{
    private const string Bearer = "Bearer ";

    /// <summary>The call with its shop, actor and order filled in; the call's own shop is the one named in the path.</summary>
    public async ValueTask<Result<Call>> SignIn(Call call)
    {
        var inPath = call.RouteValues.ContainsKey(RouteNames.Shop);
        var shop = inPath ? await shops.Find(call.Route(RouteNames.Shop), call.Cancellation) : null;
        return call.Endpoint.Access.Kind switch
        {
            AccessKind.Storefront => await Shopper(call, shop, Credential(call)),
            AccessKind.StorefrontQuery => await Shopper(call, shop, call.Parameter("token")),
            AccessKind.Backend => BackOffice(call, shop),
            AccessKind.Administration => await Administrator(call, shop),
            AccessKind.BackendAnyShop => await BackOfficeOfAnyShop(call),
            AccessKind.Facade => await FacadeClient(call),
            _ when inPath && shop is null => Problem.NotFound(),
            _ => call,
        };
    }

    /// <summary>The value of the Authorization header, with or without the word Bearer.</summary>
    private static string Credential(Call call)
    {
        var header = call.Http.Request.Headers.Authorization.ToString().Trim();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : header;
    }

    private async ValueTask<Result<Call>> Shopper(Call call, Shop? shop, string? jwt)
    {
        var token = await jwts.Read(jwt, call.Cancellation);
        if (!token.Succeeded)
            return token.Cast<Call>();
        if (shop is null || token.Value.ShopIdentifier != shop.Identifier || token.Value.PublicOrderId != call.OrderId)
            return Refusals.InvalidJwt;
        return call with { Shop = shop, Actor = Actors.Storefront, BoundOrderId = token.Value.PublicOrderId };
    }

    private static Result<Call> BackOffice(Call call, Shop? shop)
    {
        var credential = Credential(call);
        if (credential.Length == 0)
            return Refusals.MissingToken;
        if (shop is null)
            return Problem.NotFound();
        return ApiTokens.Find(shop, credential) is { } token ? Granted(call with { Shop = shop }, token) : Refusals.InvalidToken;
    }

    private async ValueTask<Result<Call>> Administrator(Call call, Shop? shop) =>
        await deployment.Is(Credential(call), call.Cancellation) ? call with { Shop = shop } : BackOffice(call, shop);

    private async ValueTask<Result<Call>> BackOfficeOfAnyShop(Call call)
    {
        var credential = Credential(call);
        if (credential.Length == 0)
            return Refusals.MissingToken;
        foreach (var identifier in await shops.Identifiers(call.Cancellation))
            if (await shops.Find(identifier, call.Cancellation) is { } shop && ApiTokens.Find(shop, credential) is { } token)
                return Granted(call with { Shop = shop }, token);
        return Refusals.InvalidToken;
    }

    private static Result<Call> Granted(Call call, ApiToken token) =>
        token.Grants(call.Endpoint.Access.Scope) ? call : Refusals.MissingScope(call.Endpoint.Access.Scope);

    private async ValueTask<Result<Call>> FacadeClient(Call call)
    {
        var headers = call.Http.Request.Headers;
        var client = headers["X-Auth-Client"].ToString();
        if (client.Length == 0)
        {
            var token = await jwts.Read(Credential(call), call.Cancellation);
            if (!token.Succeeded)
                return token.Cast<Call>();
            return await shops.Find(token.Value.ShopIdentifier, call.Cancellation) is { } its
                ? call with { Shop = its, Actor = Actors.Storefront, BoundOrderId = token.Value.PublicOrderId }
                : Refusals.InvalidJwt;
        }

        var hash = ApiTokens.HashOf(headers["X-Auth-Token"].ToString());
        foreach (var identifier in await shops.Identifiers(call.Cancellation))
            if (await shops.Find(identifier, call.Cancellation) is { } shop && Knows(shop, client, hash))
                return call with { Shop = shop };
        return Refusals.InvalidToken;
    }

    private static bool Knows(Shop shop, string client, byte[] hash) => shop.StorefrontClients.Any(known =>
        known.Client == client && CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(known.TokenSha256)));
}
