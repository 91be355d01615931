using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Checkout.Http.SignIn;

/// <summary>Verifies a shopper's token and says which order of which shop it is for.</summary>
public sealed class JwtReader(SigningKeys keys, TimeProvider time)
{
    private const int LongestToken = 4096;

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken };

    /// <summary>Problems: Missing JWT, Expired JWT, Invalid JWT (all 401).</summary>
    public async ValueTask<Result<OrderToken>> Read(string? token, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(token))
            return Refusals.MissingJwt;
        if (!handler.CanReadToken(token) || KeyIdOf(token) is not { } keyId)
            return Refusals.InvalidJwt;

        var validated = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKeys = await keys.ForVerifying(keyId, cancellation),
            LifetimeValidator = (_, expires, _, _) => expires is not null,
        });
        if (!validated.IsValid || ClaimsOf((JsonWebToken)validated.SecurityToken) is not { Payload: { PublicOrderId: not null, ShopIdentifier: not null } } claims)
            return Refusals.InvalidJwt;
        if (DateTimeOffset.FromUnixTimeSeconds(claims.Exp) <= time.GetUtcNow())
            return Refusals.ExpiredJwt;
        return new OrderToken(claims.Payload.ShopIdentifier, claims.Payload.PublicOrderId);
    }

    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).TryGetHeaderValue<string>(JwtHeaderParameterNames.Kid, out var keyId) ? keyId : null;
        }
        catch (ArgumentException)
        {
            // What the library throws for parts that are not base64 of a JSON object: the caller answers Invalid JWT.
            return null;
        }
    }

    private static JwtClaims? ClaimsOf(JsonWebToken token)
    {
        try
        {
            var claims = JsonSerializer.Deserialize(Base64UrlEncoder.Decode(token.EncodedPayload), JwtJson.Default.JwtClaims);
            return claims is { AuthType: JwtClaims.V2Api } ? claims : null;
        }
        catch (JsonException)
        {
            // Signed by us but not of our form (another system with the same key): the caller answers Invalid JWT.
            return null;
        }
    }
}

public sealed record OrderToken(string ShopIdentifier, string PublicOrderId);
