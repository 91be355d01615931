using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>Every storefront endpoint with every token that must not open it (docs/contract/decisions.md#d10).</summary>
[Collection(StartedHost.Name)]
public sealed class SignInTests(StartedHost host)
{
    [Fact]
    public async Task EveryEndpoint_WithEveryBadToken_AnswersUnauthorized()
    {
        var (own, other) = (await host.NewOrder(), await host.NewOrder());
        var parts = own.Jwt.Split('.');
        var claims = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1]));
        (string What, string? Token, string Text)[] tokens =
        [
            ("none", null, "Missing JWT"),
            ("expired", Signed(parts[0], Expired(claims), StartedHost.SigningKey), "Expired JWT"),
            ("another order's", other.Jwt, "Invalid JWT"),
            (
                "another shop's",
                Signed(parts[0], claims.Replace(StartedHost.Shop, "othershop1", StringComparison.Ordinal), StartedHost.SigningKey),
                "Invalid JWT"
            ),
            ("garbage", "not.a.token", "Invalid JWT"),
            ("alg none", $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.", "Invalid JWT"),
            ("wrong key", Signed(parts[0], claims, new string('x', 64)), "Invalid JWT"),
        ];
        var endpoints = Endpoints.Table.All.Where(e => e.Access.Kind is AccessKind.Storefront).ToList();
        endpoints.Count.ShouldBeGreaterThan(45);
        foreach (var endpoint in endpoints)
        {
            var path =
                "/"
                + endpoint
                    .Route.Replace("{shop_identifier}", StartedHost.Shop, StringComparison.Ordinal)
                    .Replace("{public_order_id}", own.OrderId, StringComparison.Ordinal)
                    .Replace("{public_id}", "x", StringComparison.Ordinal);
            foreach (var (what, token, text) in tokens)
            {
                using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), path);
                if (token is not null)
                    request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
                using var answer = await host.Client.SendAsync(request);
                ((int)answer.StatusCode).ShouldBe(401, $"{endpoint.Name}, {what}");
                JsonDocument
                    .Parse(await answer.Content.ReadAsStringAsync())
                    .RootElement.GetProperty("errors")[0]
                    .GetProperty("message")
                    .GetString()
                    .ShouldBe(text, $"{endpoint.Name}, {what}");
            }
        }
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("JWT")]
    public async Task Token_WithoutTheWordBearer_SignsIn(string header)
    {
        var checkout = await host.NewOrder();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/checkout/storefront/{StartedHost.Shop}/{checkout.OrderId}/refresh");
        request.Headers.TryAddWithoutValidation(header, checkout.Jwt);
        using var answer = await host.Client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(200);
    }

    private static string Expired(string claims)
    {
        var exp = JsonDocument.Parse(claims).RootElement.GetProperty("exp").GetInt64();
        return claims.Replace($"{exp}", $"{exp - 3_601}", StringComparison.Ordinal);
    }

    private static string Signed(string header, string claims, string key)
    {
        var text = $"{header}.{Base64UrlEncoder.Encode(claims)}";
        return $"{text}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(text)))}";
    }
}
