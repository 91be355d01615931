using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// Verifies a shopper's token and says which order of which shop it is for. The claims are read here and not by the
/// library's handler, which refuses the null <c>nbf</c> and <c>iat</c> that these tokens have (docs/contract/README.md#jwt).
/// </summary>
public sealed class JwtReader(SigningKeys keys, TimeProvider time)
{
    private const int LongestToken = 4096;

    /// <summary>Problems: Missing JWT, Expired JWT, Invalid JWT (all 401).</summary>
    public async ValueTask<Result<OrderToken>> Read(string? token, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(token))
            return Refusals.MissingJwt;
        if (token.Length > LongestToken || token.Split('.') is not [var head, var body, var signature])
            return Refusals.InvalidJwt;
        if (Part(head) is not { } headBytes || Part(body) is not { } bodyBytes || Part(signature) is not { } signatureBytes)
            return Refusals.InvalidJwt;
        try
        {
            if (
                JsonSerializer.Deserialize(headBytes, JwtJson.Default.JwtHead) is not { Alg: SecurityAlgorithms.HmacSha256, Kid: { } keyId }
            )
                return Refusals.InvalidJwt;
            var key = (await keys.ForVerifying(keyId, cancellation)).SingleOrDefault();
            if (key is null || !IsSigned(Encoding.ASCII.GetBytes($"{head}.{body}"), signatureBytes, key))
                return Refusals.InvalidJwt;
            return Bound(JsonSerializer.Deserialize(bodyBytes, JwtJson.Default.JwtClaims));
        }
        catch (JsonException)
        {
            // A head or claims that are not of our form are a client's doing, and that is what it hears.
            return Refusals.InvalidJwt;
        }
    }

    private Result<OrderToken> Bound(JwtClaims? claims)
    {
        if (claims is not { AuthType: JwtClaims.V2Api, Payload: { PublicOrderId: { } order, ShopIdentifier: { } shop } })
            return Refusals.InvalidJwt;
        return claims.Exp <= time.GetUtcNow().ToUnixTimeSeconds() ? Refusals.ExpiredJwt : new OrderToken(shop, order);
    }

    private static bool IsSigned(byte[] signed, byte[] signature, SecurityKey key)
    {
        var provider = key.CryptoProviderFactory.CreateForVerifying(key, SecurityAlgorithms.HmacSha256);
        try
        {
            return provider.Verify(signed, signature);
        }
        finally
        {
            key.CryptoProviderFactory.ReleaseSignatureProvider(provider);
        }
    }

    private static byte[]? Part(string text) => text.Length > 0 && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}

public sealed record OrderToken(string ShopIdentifier, string PublicOrderId);

/// <summary>What of a token's head decides how it is verified.</summary>
internal sealed record JwtHead(string? Alg, string? Kid);
