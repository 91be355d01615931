using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Http.Frame.SignIn;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Jwts;

public sealed class JwtTests : IDisposable
{
    private const string Order = "woiph4vhqss9jjr50lR5am7IWurQ8FdbmtdOj4aaFIOfFiFGcvhY6x1t6eT0GoB";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly RotatingSecret secret = new();
    private readonly SigningKeys keys;
    private readonly JwtIssuer issuer;
    private readonly JwtReader reader;

    public JwtTests()
    {
        secret.Add("first", time.GetUtcNow().AddDays(-1));
        keys = new SigningKeys(secret, time);
        issuer = new JwtIssuer(keys, time);
        reader = new JwtReader(keys, time);
    }

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task Issue_Claims_AreThoseOfTheHostedApi()
    {
        var parts = (await Issue()).Split('.');

        var head = Json(parts[0]);
        head["alg"]!.GetValue<string>().ShouldBe("HS256");
        head["typ"]!.GetValue<string>().ShouldBe("JWT");
        head["kid"]!.GetValue<string>().ShouldBe("first");
        var claims = Json(parts[1]);
        claims["auth_type"]!.GetValue<string>().ShouldBe("V2_API");
        claims["payload"]!["public_order_id"]!.GetValue<string>().ShouldBe(Order);
        claims["exp"]!.GetValue<long>().ShouldBe(time.GetUtcNow().AddMinutes(60).ToUnixTimeSeconds());
        claims.ContainsKey("nbf").ShouldBeTrue();
        claims["nbf"].ShouldBeNull();
        claims["iat"].ShouldBeNull();
    }

    [Fact]
    public async Task Read_OwnToken_NamesOrderAndShop()
    {
        var token = await reader.Read(await Issue(), default);

        token.Value.ShouldBe(new OrderToken("shop", Order));
    }

    [Fact]
    public async Task Read_AfterAnHour_IsExpired()
    {
        var token = await Issue();

        time.Advance(TimeSpan.FromMinutes(59));
        (await reader.Read(token, default)).Succeeded.ShouldBeTrue();
        time.Advance(TimeSpan.FromMinutes(1));
        await Refused(token, "Expired JWT");
    }

    [Theory]
    [InlineData(null, "Missing JWT")]
    [InlineData(" ", "Missing JWT")]
    [InlineData("garbage", "Invalid JWT")]
    [InlineData("a.b.c", "Invalid JWT")]
    [InlineData("e30.e30.", "Invalid JWT")]
    [InlineData("..", "Invalid JWT")]
    [InlineData("bm90IGpzb24.bm90IGpzb24.AAAA", "Invalid JWT")]
    public Task Read_NoTokenOfOurs_IsRefused(string? token, string message) => Refused(token, message);

    [Theory]
    [InlineData("none")]
    [InlineData("HS512")]
    [InlineData("RS256")]
    public async Task Read_OtherAlgorithm_IsInvalid(string algorithm)
    {
        var parts = (await Issue()).Split('.');
        var head = Text($$"""{"alg":"{{algorithm}}","kid":"first"}""");

        await Refused($"{head}.{parts[1]}.{parts[2]}", "Invalid JWT");
        await Refused($"{head}.{parts[1]}.{Sign($"{head}.{parts[1]}", RotatingSecret.ValueOf("first"))}", "Invalid JWT");
    }

    [Fact]
    public async Task Read_ChangedClaims_IsInvalid()
    {
        var parts = (await Issue()).Split('.');
        var claims = Json(parts[1]);
        claims["payload"]!["public_order_id"] = "another";

        await Refused($"{parts[0]}.{Text(claims.ToJsonString())}.{parts[2]}", "Invalid JWT");
    }

    [Fact]
    public async Task Read_SignedWithAnotherKey_IsInvalid()
    {
        var parts = (await Issue()).Split('.');

        await Refused($"{parts[0]}.{parts[1]}.{Sign($"{parts[0]}.{parts[1]}", new string('x', 64))}", "Invalid JWT");
    }

    [Fact]
    public async Task Rotation_SignsNobodyOut_AndEndsTheOldKey()
    {
        var before = await Issue();
        secret.Add("second", time.GetUtcNow());
        time.Advance(TimeSpan.FromMinutes(20));
        var after = await Issue();

        Json(after.Split('.')[0])["kid"]!.GetValue<string>().ShouldBe("second");
        (await reader.Read(before, default)).Succeeded.ShouldBeTrue();
        (await reader.Read(after, default)).Succeeded.ShouldBeTrue();

        time.Advance(TimeSpan.FromMinutes(61));
        var forged = Forge("first", time.GetUtcNow().AddMinutes(10));
        await Refused(forged, "Invalid JWT");
    }

    [Fact]
    public async Task Rotation_HostThatHasNotHeardOfTheNewKey_LooksItUp()
    {
        await reader.Read(await Issue(), default);
        secret.Add("second", time.GetUtcNow());
        time.Advance(TimeSpan.FromMinutes(1));

        (await reader.Read(Forge("second", time.GetUtcNow().AddMinutes(10)), default)).Succeeded.ShouldBeTrue();
    }

    private Task<string> Issue() => issuer.Issue("shop", Order, default);

    private async Task Refused(string? token, string message)
    {
        var read = await reader.Read(token, default);
        read.Succeeded.ShouldBeFalse();
        read.Problems[0].Message.ShouldBe(message);
        read.Problems[0].Kind.ShouldBe(ProblemKind.Unauthorized);
    }

    private static string Forge(string keyId, DateTimeOffset expires)
    {
        var signed =
            Text($$"""{"alg":"HS256","kid":"{{keyId}}"}""")
            + "."
            + Text(
                $$$"""{"auth_type":"V2_API","payload":{"public_order_id":"{{{Order}}}","shop_identifier":"shop"},"exp":{{{expires.ToUnixTimeSeconds()}}}}"""
            );
        return $"{signed}.{Sign(signed, RotatingSecret.ValueOf(keyId))}";
    }

    private static string Sign(string signed, string key) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(signed)));

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static JsonObject Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    private sealed class RotatingSecret : ISecrets
    {
        private readonly List<SecretVersion> versions = [];

        public static string ValueOf(string id) => id.PadRight(64, '-');

        public void Add(string id, DateTimeOffset createdAt) => versions.Insert(0, new SecretVersion(id, ValueOf(id), createdAt));

        public Task<string?> Find(string name, CancellationToken cancellation) => Task.FromResult<string?>(versions[0].Value);

        public Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<SecretVersion>>([.. versions]);
    }
}
