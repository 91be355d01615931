using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Frame.SignIn;

/// <summary>Lets a caller in as its endpoint asks: a shopper by JWT, a back office by API token or, in the console, by Entra ID.</summary>
public sealed class Authenticator(
    JwtReader jwts,
    StorefrontClients clients,
    Visitors visitors,
    IShops shops,
    DeploymentToken deployment,
    EntraSignIn entra,
    TimeProvider time
)
{
    /// <summary>The call with its shop, actor and order filled in; the call's own shop is the one named in the path.</summary>
    public async ValueTask<Result<Call>> SignIn(Call call)
    {
        var inPath = call.RouteValues.ContainsKey(RouteNames.Shop);
        var shop = inPath ? await shops.Find(call.Route(RouteNames.Shop), call.Cancellation) : null;
        return call.Endpoint.Access.Kind switch
        {
            AccessKind.Storefront => await ShopperOfOrder(call, shop, call.Jwt),
            AccessKind.StorefrontQuery => await ShopperOfOrder(call, shop, call.Parameter("token")),
            AccessKind.Backend => BackOffice(call, shop),
            AccessKind.Administration => await Administrator(call, shop),
            AccessKind.BackendAnyShop => await BackOfficeOfAnyShop(call),
            AccessKind.Facade => await FacadeClient(call),
            AccessKind.Visitor => await Visitor(call),
            _ when inPath && shop is null => Problem.NotFound(),
            _ => call,
        };
    }

    private async ValueTask<Result<Call>> ShopperOfOrder(Call call, Shop? shop, string? jwt)
    {
        var token = await jwts.Read(jwt, call.Cancellation);
        if (!token.Succeeded)
            return token.Cast<Call>();
        if (shop is null || token.Value.ShopIdentifier != shop.Identifier || token.Value.PublicOrderId != call.OrderId)
            return Refusals.InvalidJwt;
        return call with { Shop = shop, Actor = Actors.Storefront, BoundOrderId = token.Value.PublicOrderId };
    }

    private Result<Call> BackOffice(Call call, Shop? shop)
    {
        var credential = call.Credential;
        var person = credential.Length == 0 ? entra.Find(call.Http.Request) : null;
        if (credential.Length == 0 && person is null)
            return Refusals.MissingToken;
        if (shop is null)
            return Problem.NotFound();
        if (person is not null)
            return Granted(call with { Shop = shop }, person);
        return ApiTokens.Find(shop, credential, time.GetUtcNow()) is { } token
            ? Granted(call with { Shop = shop }, Caller.Of(token))
            : Refusals.InvalidToken;
    }

    private async ValueTask<Result<Call>> Administrator(Call call, Shop? shop) =>
        await deployment.Is(call.Credential, call.Cancellation)
            ? call with
            {
                Shop = shop,
                Caller = Caller.Deployment,
            }
            : BackOffice(call, shop);

    private async ValueTask<Result<Call>> BackOfficeOfAnyShop(Call call)
    {
        var credential = call.Credential;
        if (credential.Length == 0)
            return Refusals.MissingToken;
        foreach (var identifier in await shops.Identifiers(call.Cancellation))
            if (
                await shops.Find(identifier, call.Cancellation) is { } shop
                && ApiTokens.Find(shop, credential, time.GetUtcNow()) is { } token
            )
                return Granted(call with { Shop = shop }, Caller.Of(token));
        return Refusals.InvalidToken;
    }

    private static Result<Call> Granted(Call call, Caller caller) =>
        !caller.Has(call.Endpoint.Access.Scope) ? Refusals.MissingScope(call.Endpoint.Access.Scope)
        : !caller.Has(call.Endpoint.Access.AlsoScope) ? Refusals.MissingScope(call.Endpoint.Access.AlsoScope)
        : call with { Caller = caller };

    /// <summary>Who is signed in as for any other call of the facade, or else nobody on a page of one shop.</summary>
    private async ValueTask<Result<Call>> Visitor(Call call)
    {
        var signedIn = await FacadeClient(call);
        if (signedIn.Succeeded || call.Http.Request.Headers["X-Auth-Client"].Count > 0 || call.Credential.Length > 0)
            return signedIn;
        return await visitors.ShopOf(call.Http.Request, call.Cancellation) is { } shop
            ? call with
            {
                Shop = shop,
                Actor = Actors.Storefront,
            }
            : signedIn;
    }

    /// <summary>
    /// A registered client of a shop, or the shopper of one order by JWT, shown or in the session's cookie. A checkout in the path must
    /// be the JWT's; one of another shop than the client's is not found when it is loaded.
    /// </summary>
    private async ValueTask<Result<Call>> FacadeClient(Call call)
    {
        var headers = call.Http.Request.Headers;
        var client = headers["X-Auth-Client"].ToString();
        if (client.Length > 0)
        {
            return await clients.Find(client, headers["X-Auth-Token"].ToString(), call.Cancellation) is { } shop
                ? call with
                {
                    Shop = shop,
                    Actor = Actors.Storefront,
                }
                : Refusals.InvalidToken;
        }

        var isShown = call.Credential.Length > 0;
        var token = await jwts.Read(isShown ? call.Credential : SessionCookie.Of(call.Http.Request), call.Cancellation);
        if (!token.Succeeded)
            return token.Cast<Call>();
        if (call.RouteValues.ContainsKey(RouteNames.Order) && call.OrderId != token.Value.PublicOrderId)
            return Refusals.InvalidJwt;
        return
            await shops.Find(token.Value.ShopIdentifier, call.Cancellation) is { } its
            && (isShown || visitors.MaySpeakFor(call.Http.Request, its))
            ? call with
            {
                Shop = its,
                Actor = Actors.Storefront,
                BoundOrderId = token.Value.PublicOrderId,
            }
            : Refusals.InvalidJwt;
    }
}
