using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Checkout.Http.Frame.SignIn;

/// <summary>Issues the shopper's token for one order (docs/contract/README.md#jwt).</summary>
public sealed class JwtIssuer(SigningKeys keys, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<string> Issue(string shopIdentifier, string publicOrderId, CancellationToken cancellation)
    {
        var claims = new JwtClaims(
            JwtClaims.V2Api,
            new JwtPayload(publicOrderId, shopIdentifier),
            (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()
        );
        var credentials = new SigningCredentials(await keys.ForSigning(cancellation), SecurityAlgorithms.HmacSha256);
        return handler.CreateToken(JsonSerializer.Serialize(claims, JwtJson.Default.JwtClaims), credentials);
    }
}

/// <summary>The claims as the hosted API issues them; the shop beside the order is ours, and other clients ignore it.</summary>
internal sealed record JwtClaims(string AuthType, JwtPayload Payload, long Exp, long? Nbf = null, long? Iat = null)
{
    public const string V2Api = "V2_API";
}

internal sealed record JwtPayload(string PublicOrderId, string ShopIdentifier);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(JwtClaims))]
[JsonSerializable(typeof(JwtHead))]
internal sealed partial class JwtJson : JsonSerializerContext;
