using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

/// <param name="Id">Made from the domain, so that it needs no storage of its own.</param>
public sealed record CorsOriginState(int Id, string Domain)
{
    public static CorsOriginState Of(string origin) =>
        new(BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(origin))) & int.MaxValue, origin);
}

public sealed record CorsOriginRequest(string? Domain)
{
    /// <summary>The origin that browsers send: with scheme, without path, lower case.</summary>
    internal string? Origin =>
        Uri.TryCreate(Domain?.Contains("://", StringComparison.Ordinal) is true ? Domain : $"https://{Domain}", UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}

public sealed class GetCorsOriginsEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data<ImmutableArray<CorsOriginState>>([.. stored.Shop.CorsOrigins.Select(CorsOriginState.Of)])
        : Answers.Refused(Problem.NotFound());
}

public sealed class CreateCorsOriginEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<CorsOriginRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        if (string.IsNullOrWhiteSpace(body.Value.Domain) || body.Value.Origin is not { } origin)
            return Answers.Refused(Problem.Invalid("domain", "domain must be a domain or an origin."));
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) ? shop : shop with { CorsOrigins = shop.CorsOrigins.Add(origin) },
            call.Cancellation);
        return Answers.Of(changed, _ => CorsOriginState.Of(origin));
    }
}

/// <summary>Takes an origin off the list, by its id in the path.</summary>
public sealed class DeleteCorsOriginEndpoint(ShopEditor editor) : ISlice
{
    public Task<IResult> Handle(Call call) => Delete(editor, call, origin => CorsOriginState.Of(origin).Id.ToString() == call.Route(AdministrationRoutes.Id));

    internal static async Task<IResult> Delete(ShopEditor editor, Call call, Func<string, bool> which)
    {
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.CorsOrigins.Any(which) ? shop with { CorsOrigins = shop.CorsOrigins.RemoveAll(o => which(o)) } : Problem.NotFound("There is no such origin."),
            call.Cancellation);
        return Answers.Of<Shop, ImmutableArray<CorsOriginState>>(changed, shop => [.. shop.CorsOrigins.Select(CorsOriginState.Of)]);
    }
}

/// <summary>Takes an origin off the list, by the domain in the body.</summary>
public sealed class DeleteCorsDomainEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<CorsOriginRequest>();
        return body.Succeeded
            ? await DeleteCorsOriginEndpoint.Delete(editor, call, origin => string.Equals(origin, body.Value.Origin, StringComparison.OrdinalIgnoreCase))
            : Answers.Refused(body.Problems);
    }
}
