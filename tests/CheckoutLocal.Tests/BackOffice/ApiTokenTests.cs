using System.Text.Json.Nodes;
using Checkout.Local.Tests.Payments;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>API tokens come, go and end without the shop document being written by hand.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class ApiTokenTests(LocalCheckout checkout) : IAsyncLifetime
{
    private const string Shop = "tokenshop1";
    private const string Tokens = $"/checkout/shop/{Shop}/api_tokens";
    private const string Products = $"/checkout/shop/{Shop}/products";

    public Task InitializeAsync() => Shopping.Open(checkout, Shop, demo => demo);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Create_ShowsTheTokenOnce_AndItOpensWhatItsScopesSay()
    {
        var created = await Create("""{"name":"Desk","scopes":["read_products"],"expires_at":"2099-01-01T00:00:00Z"}""");

        var token = created.Data["token"]!.GetValue<string>();
        (await checkout.Send(HttpMethod.Get, Products, token: token)).Status.ShouldBe(200);
        (await checkout.Send(HttpMethod.Put, Products, "{}", token)).Status.ShouldBe(403);
        var listed = await checkout.Send(HttpMethod.Get, Tokens);
        listed.Data["api_tokens"]!.AsArray().ShouldContain(t => Id(t!) == Id(created.Data));
        listed.Json.ToJsonString().ShouldNotContain(token);
        (await checkout.Send(HttpMethod.Get, $"/checkout/shop/{Shop}/settings")).Json.ToJsonString().ShouldNotContain(token);
    }

    [Fact]
    public async Task Delete_ShutsTheTokenOut()
    {
        var created = await Create("""{"name":"Gone","scopes":["*"]}""");

        var left = await checkout.Send(HttpMethod.Delete, $"{Tokens}/{Id(created.Data)}");

        left.Data["api_tokens"]!.AsArray().ShouldNotContain(t => Id(t!) == Id(created.Data));
        (await checkout.Send(HttpMethod.Get, Products, token: created.Data["token"]!.GetValue<string>())).Status.ShouldBe(401);
        (await checkout.Send(HttpMethod.Delete, $"{Tokens}/{Id(created.Data)}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Token_PastItsExpiry_IsRefused()
    {
        var shops = checkout.Service<IShops>();
        var stored = (await shops.Load(Shop, default))!;
        var ended = new ApiToken("Ended", ShopTokens.Sha256("ended-token"), ["*"]) { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) };
        await shops.Save(stored.Shop with { ApiTokens = stored.Shop.ApiTokens.Add(ended) }, stored.ETag, default);

        var refused = await checkout.Send(HttpMethod.Get, Products, token: "ended-token");

        (refused.Status, refused.SubType).ShouldBe((401, "invalid_token"));
    }

    [Theory]
    [InlineData("""{"scopes":["*"]}""", "name")]
    [InlineData("""{"name":"x"}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["read_everything"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["*"],"expires_at":"2001-01-01T00:00:00Z"}""", "expires_at")]
    public async Task Create_AskedForWrongly_IsRefusedByName(string body, string field)
    {
        var refused = await checkout.Send(HttpMethod.Post, Tokens, body);

        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    private async Task<Answer> Create(string body)
    {
        var created = await checkout.Send(HttpMethod.Post, Tokens, body);
        created.Status.ShouldBe(200, created.Json.ToJsonString());
        return created;
    }

    private static string Id(JsonNode token) => token["id"]!.GetValue<string>();
}
