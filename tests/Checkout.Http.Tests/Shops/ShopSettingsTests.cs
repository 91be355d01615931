using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Shops;

public sealed class ShopSettingsTests : IShops, ISecrets
{
    private const string DeploymentToken = "deployment-token";
    private const string ShopToken = "shop-token";
    private readonly Dictionary<string, StoredShop> shops = new(StringComparer.Ordinal);
    private int version;

    [Fact]
    public async Task Put_FirstShopWithTheDeploymentsToken_IsThere()
    {
        var put = await Send("PUT", DeploymentToken, Document(), ifNoneMatch: "*");

        put.Status.ShouldBe(200);
        shops["newshop"].Shop.Name.ShouldBe("New shop");
        put.ETag.ShouldBe(shops["newshop"].ETag);
    }

    [Theory]
    [InlineData(DeploymentToken, 404)]
    [InlineData("guessed", 404)]
    [InlineData("", 401)]
    public async Task Get_NoSuchShop_IsNotFoundForWhoeverSignsIn(string token, int status) =>
        (await Send("GET", token)).Status.ShouldBe(status);

    [Fact]
    public async Task Put_WrongToken_WritesNothing()
    {
        (await Send("PUT", "guessed", Document(), ifNoneMatch: "*")).Status.ShouldBe(404);

        shops.ShouldBeEmpty();
    }

    [Fact]
    public async Task Put_ShopIsThere_NeedsItsETag()
    {
        await Send("PUT", DeploymentToken, Document(), ifNoneMatch: "*");

        (await Send("PUT", ShopToken, Document("Other"), ifNoneMatch: "*")).Status.ShouldBe(412);
        (await Send("PUT", ShopToken, Document("Other"))).Status.ShouldBe(412);
        (await Send("PUT", ShopToken, Document("Other"), ifMatch: "\"stale\"")).Status.ShouldBe(412);
        shops["newshop"].Shop.Name.ShouldBe("New shop");

        (await Send("PUT", ShopToken, Document("Other"), ifMatch: shops["newshop"].ETag)).Status.ShouldBe(200);
        shops["newshop"].Shop.Name.ShouldBe("Other");
    }

    [Theory]
    [InlineData("""{"shop_per_second":0,"order_per_second":5}""", "rate_limits.shop_per_second")]
    [InlineData("""{"shop_per_second":5,"order_per_second":-1}""", "rate_limits.order_per_second")]
    public async Task Put_RateLimitThatLetsNothingThrough_IsNamed(string limits, string field)
    {
        var put = await Send("PUT", DeploymentToken, $$"""{"rate_limits":{{limits}},""" + Document()[1..], ifNoneMatch: "*");

        put.Status.ShouldBe(422);
        JsonNode.Parse(put.Body)!["errors"]![0]!["field"]!.GetValue<string>().ShouldBe(field);
        shops.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"url":"http://connector.example.com","shared_secret":"secret:shops/newshop/s"}""", "platform_connector.url")]
    [InlineData("""{"url":"https://connector.example.com"}""", "platform_connector.shared_secret")]
    public async Task Put_PlatformConnectorThatCannotBeCalled_IsNamed(string connector, string field)
    {
        var put = await Send("PUT", DeploymentToken, $$"""{"platform_connector":{{connector}},""" + Document()[1..], ifNoneMatch: "*");

        put.Status.ShouldBe(422);
        JsonNode.Parse(put.Body)!["errors"]![0]!["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Fact]
    public async Task GetThenPut_Secrets_AreMaskedOnTheWayOutAndKept()
    {
        await Send("PUT", DeploymentToken, Document(), ifNoneMatch: "*");

        var got = await Send("GET", ShopToken);
        got.Body.ShouldNotContain("plain-secret");
        got.Body.ShouldContain("secret:shops/newshop/stripe-key");

        var document = JsonNode.Parse(got.Body)!["data"]!;
        document["name"] = "Renamed";
        (await Send("PUT", ShopToken, document.ToJsonString(), ifMatch: got.ETag)).Status.ShouldBe(200);
        shops["newshop"].Shop.Name.ShouldBe("Renamed");
        shops["newshop"].Shop.Plugins.Single().ClientSecret.ShouldBe("plain-secret");
    }

    [Fact]
    public async Task Put_MaskWithoutASecretBehindIt_IsRefused()
    {
        var put = await Send(
            "PUT",
            DeploymentToken,
            Document().Replace("plain-secret", ShopSecrets.Mask, StringComparison.Ordinal),
            ifNoneMatch: "*"
        );

        put.Status.ShouldBe(422);
        put.Body.ShouldContain("plugins.p-1.client_secret");
        shops.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("secret:jwt-signing-key")]
    [InlineData("secret:api-token")]
    [InlineData("secret:shops/othershop/stripe-key")]
    [InlineData("secret:shops/newshop/../jwt-signing-key")]
    [InlineData("secret:shops-newshop-stripe-key")]
    public async Task Put_ReferenceToASecretThatIsNotTheShops_IsRefusedByName(string reference)
    {
        foreach (
            var (own, field) in new[]
            {
                ("secret:shops/newshop/stripe-key", "gateways.g-1.api_key"),
                ("plain-secret", "plugins.p-1.client_secret"),
            }
        )
        {
            var put = await Send("PUT", DeploymentToken, Document().Replace(own, reference, StringComparison.Ordinal), ifNoneMatch: "*");

            put.Status.ShouldBe(422);
            JsonNode.Parse(put.Body)!["errors"]![0]!["field"]!.GetValue<string>().ShouldBe(field);
        }

        shops.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"currency\":\"CAD\"", "\"currency\":\"XXQ\"", "currency")]
    [InlineData("\"identifier\":\"newshop\"", "\"identifier\":\"othershop\"", "identifier")]
    [InlineData("\"name\":\"New shop\"", "\"name\":\"New shop\",\"nmae\":1", "nmae")]
    [InlineData("\"cors_origins\":[]", "\"cors_origins\":[\"shop.example.com\"]", "cors_origins")]
    public async Task Put_WrongSetting_IsRefusedByName(string right, string wrong, string field)
    {
        var document = Document().Replace("secret:shops/newshop/stripe-key", "plain-key", StringComparison.Ordinal);
        var put = await Send("PUT", DeploymentToken, document.Replace(right, wrong, StringComparison.Ordinal), ifNoneMatch: "*");

        put.Status.ShouldBe(422);
        JsonNode.Parse(put.Body)!["errors"]![0]!["field"]!.GetValue<string>().ShouldBe(field);
        shops.ShouldBeEmpty();
    }

    Task<Shop?> IShops.Find(string identifier, CancellationToken cancellation) =>
        Task.FromResult(shops.GetValueOrDefault(identifier)?.Shop);

    Task<StoredShop?> IShops.Load(string identifier, CancellationToken cancellation) =>
        Task.FromResult(shops.GetValueOrDefault(identifier));

    Task<Result<bool>> IShops.Save(Shop shop, string? etag, CancellationToken cancellation)
    {
        shops[shop.Identifier] = new StoredShop(shop, $"\"{++version}\"");
        return Task.FromResult<Result<bool>>(true);
    }

    Task<IReadOnlyList<string>> IShops.Identifiers(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. shops.Keys]);

    Task<string?> ISecrets.Find(string name, CancellationToken cancellation) =>
        Task.FromResult(name == Frame.SignIn.DeploymentToken.SecretName ? DeploymentToken : null);

    Task<IReadOnlyList<SecretVersion>> ISecrets.Versions(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SecretVersion>>([]);

    private static string Document(string name = "New shop") =>
        $$"""
            {"identifier":"newshop","name":"{{name}}","currency":"CAD","cors_origins":[],
             "api_tokens":[{"name":"back office","sha256":"{{Hash(ShopToken)}}","scopes":["*"]}],
             "gateways":[{"public_id":"g-1","driver":"stripe","settings":{"api_key":"secret:shops/newshop/stripe-key"} }],
             "plugins":[{"uuid":"p-1","name":"Plugin","event_url":"https://plugin.example.com/","client_secret":"plain-secret"}]}
            """;

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private async Task<(int Status, string Body, string ETag)> Send(
        string method,
        string token,
        string? body = null,
        string? ifMatch = null,
        string? ifNoneMatch = null
    )
    {
        await using var host = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IShops>(this)
            .AddSingleton<ISecrets>(this)
            .AddSingleton<ILetters, NoLetters>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IStorageMeter, ScopedStorageMeter>()
            .AddCheckoutHttp(new HttpSettings(IsDevelopment: false))
            .BuildServiceProvider();
        await using var scope = host.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.RouteValues["shop_identifier"] = "newshop";
        http.Request.Headers.Authorization = token.Length == 0 ? default : $"Bearer {token}";
        http.Request.Headers.IfMatch = ifMatch;
        http.Request.Headers.IfNoneMatch = ifNoneMatch;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body ?? ""));
        using var answer = new MemoryStream();
        http.Response.Body = answer;

        var result = await host.GetRequiredService<Dispatcher>().Run(method == "PUT" ? "PutShopSettings" : "GetShopSettings", http);
        await result.ExecuteAsync(http);
        return (http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()), http.Response.Headers.ETag.ToString());
    }
}
