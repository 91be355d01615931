using System.Diagnostics.CodeAnalysis;
using Checkout.Http.Frame.Json;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Checkout.Http.Frame;

/// <summary>Who calls, as the timeline names them.</summary>
public static class Actors
{
    public const string Storefront = "storefront";
    public const string Backend = "backend";
}

/// <summary>What a slice gets: a call that is signed in, with typed access to its parts.</summary>
public sealed record Call
{
    private const string Bearer = "Bearer ";

    private readonly Shop? known;

    public required Endpoint Endpoint { get; init; }
    public required HttpContext Http { get; init; }
    public required RouteValueDictionary RouteValues { get; init; }
    public required IQueryCollection Query { get; init; }

    /// <summary>The shop in the path, or the one that the token belongs to. Absent only where nobody signs in.</summary>
    [AllowNull]
    public Shop Shop
    {
        get => known ?? throw new InvalidOperationException($"{Endpoint.Name} has no shop.");
        init => known = value;
    }

    /// <summary>False where the deployment's token names a shop that is not there yet, and where nobody signs in.</summary>
    public bool HasShop => known is not null;

    /// <summary>See <see cref="Orders.TimelineEntry.Actor"/>.</summary>
    public string Actor { get; init; } = Actors.Backend;

    /// <summary>Who calls from the back office; null for shoppers and where nobody signs in.</summary>
    public Caller? Caller { get; init; }

    /// <summary>The one order that the caller's JWT is bound to; null when no JWT was shown.</summary>
    public string? BoundOrderId { get; init; }

    /// <summary>A body given by another call (a batch); null reads the request's own.</summary>
    public ReadOnlyMemory<byte>? GivenBody { get; init; }

    public CancellationToken Cancellation => Http.RequestAborted;

    public string ShopIdentifier => Shop.Identifier;

    /// <summary>The order in the path.</summary>
    public string OrderId => Route(RouteNames.Order);

    /// <summary>The order that the caller's JWT is bound to, or else the one in the path; null where neither names one.</summary>
    public string? NamedOrderId => BoundOrderId ?? (OrderId is { Length: > 0 } inPath ? inPath : null);

    /// <summary>The value of the Authorization header, with or without the word Bearer.</summary>
    public string Credential
    {
        get
        {
            var header = Http.Request.Headers.Authorization.ToString().Trim();
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : header;
        }
    }

    /// <summary>
    /// The shopper's token: in the Authorization header, as all clients send it, or in the header JWT
    /// (docs/contract/README.md#jwt).
    /// </summary>
    public string Jwt => Credential is { Length: > 0 } authorization ? authorization : Http.Request.Headers["JWT"].ToString().Trim();

    /// <summary>The same call with a value in its path that the path itself does not tell.</summary>
    public Call With(string name, string value) => this with { RouteValues = new RouteValueDictionary(RouteValues) { [name] = value } };

    public string Route(string name) => RouteValues[name]?.ToString() ?? "";

    /// <summary>A query parameter; null when absent.</summary>
    public string? Parameter(string name) => Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>
    /// Reads the body. An absent or empty body and PHP's <c>[]</c> count as <c>{}</c>. Errors: not JSON or a value of
    /// the wrong type (422, naming the field), larger than 1 MiB (413).
    /// </summary>
    public async ValueTask<Result<T>> Read<T>()
        where T : class
    {
        var bytes = await Body();
        return bytes.Then(BodyReader.Parse<T>);
    }

    /// <summary>As <see cref="Read{T}"/>, with the SHA-256 of the canonical JSON, by which a repeated call is known.</summary>
    /// <param name="besides">Properties of the body that a later call may bring otherwise.</param>
    public async ValueTask<Result<Hashed<T>>> ReadHashed<T>(params string[] besides)
        where T : class
    {
        var bytes = await Body();
        return bytes
            .Then(BodyReader.Parse<T>)
            .Map(body => new Hashed<T>(body, BodyReader.Hash(bytes.Value), BodyReader.Hash(bytes.Value, besides)));
    }

    /// <summary>The body as it came, for whom its signature counts. Errors: not UTF-8, larger than 1 MiB (413).</summary>
    public async ValueTask<Result<string>> ReadText()
    {
        var bytes = await Body();
        return bytes.Then(body =>
            System.Text.Unicode.Utf8.IsValid(body.Span)
                ? System.Text.Encoding.UTF8.GetString(body.Span)
                : (Result<string>)Problem.Invalid("body", "The body is not valid UTF-8.", "malformed")
        );
    }

    /// <summary>The body as far as it was read: empty before a slice read it.</summary>
    public ReadOnlyMemory<byte> ReadBody => Http.Items.TryGetValue(typeof(Call), out var read) ? (ReadOnlyMemory<byte>)read! : default;

    private async ValueTask<Result<ReadOnlyMemory<byte>>> Body()
    {
        if (GivenBody is { } given)
            return given;
        var read = await BodyReader.Read(Http.Request, Cancellation);
        if (read.Succeeded)
            Http.Items[typeof(Call)] = read.Value;
        return read;
    }
}

/// <param name="Hash">Of the body's canonical JSON, lower-case hex.</param>
/// <param name="HashOfRest">The same without the properties that a later call may bring otherwise.</param>
public sealed record Hashed<T>(T Body, string Hash, string HashOfRest);

/// <summary>Names of the route values that the frame itself reads.</summary>
public static class RouteNames
{
    public const string Shop = "shop_identifier";
    public const string Order = "public_order_id";
}
