using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// The key in the link of an order's page. It is good for as long as the version of the signing key that made it is enabled,
/// so links in letters outlive a rotation.
/// </summary>
public sealed class PageKeys(SigningKeys keys)
{
    private const int Length = 16;

    /// <summary>The query parameter that holds the key.</summary>
    public const string Parameter = "key";

    /// <summary>Where the page of that order is, for a caller that knows this host by the request's own address.</summary>
    public ValueTask<string> AddressOf(HttpRequest request, string shopIdentifier, string publicOrderId, CancellationToken cancellation) =>
        AddressOf($"{request.Scheme}://{request.Host}", shopIdentifier, publicOrderId, cancellation);

    /// <param name="host">Scheme, host and port, as in https://checkout.example.com.</param>
    public async ValueTask<string> AddressOf(string host, string shopIdentifier, string publicOrderId, CancellationToken cancellation)
    {
        var newest = (await keys.Raw(cancellation))[0];
        var key = Base64Url.EncodeToString(Mac(newest, shopIdentifier, publicOrderId));
        return $"{host}/checkout/{shopIdentifier}/{publicOrderId}?{Parameter}={key}";
    }

    public async ValueTask<bool> Opens(string shopIdentifier, string publicOrderId, string? key, CancellationToken cancellation)
    {
        if (key is null || !Base64Url.IsValid(key))
            return false;
        var given = Base64Url.DecodeFromChars(key);
        var opens = false;
        foreach (var known in await keys.Raw(cancellation))
            opens |= CryptographicOperations.FixedTimeEquals(given, Mac(known, shopIdentifier, publicOrderId));
        return opens;
    }

    private static byte[] Mac(byte[] key, string shopIdentifier, string publicOrderId) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"page\n{shopIdentifier}\n{publicOrderId}"))[..Length];
}
