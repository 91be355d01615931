using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>Shop administration over HTTP (docs/contract/administration.md).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class AdministrationTests(LiveCheckout checkout)
{
    [Fact]
    public async Task Settings_ReadChangedAndPutBack_KeepTheSecretsTheyNeverShow()
    {
        var shop = await checkout.NewShop(s => s with { Plugins = [Plugin("plain-secret")] });
        var got = (await checkout.Admin(HttpMethod.Get, shop, "settings")).Ok();
        got.Json.ToJsonString().ShouldNotContain("plain-secret");

        var document = got.Data;
        document["name"] = "Renamed";
        var put = (await checkout.Admin(HttpMethod.Put, shop, "settings", document.ToJsonString(), ifMatch: got.ETag)).Ok();

        put.Data["name"]!.GetValue<string>().ShouldBe("Renamed");
        put.Json.ToJsonString().ShouldNotContain("plain-secret");
        put.ETag.ShouldNotBe(got.ETag);
        (await Stored(shop)).Plugins.Single().ClientSecret.ShouldBe("plain-secret");
    }

    [Fact]
    public async Task Settings_WithoutOrWithAnOldETag_AreNotReplaced()
    {
        var shop = await checkout.NewShop();
        var got = (await checkout.Admin(HttpMethod.Get, shop, "settings")).Ok();
        var document = got.Data.ToJsonString();
        (await checkout.Admin(HttpMethod.Put, shop, "settings", document, ifMatch: got.ETag)).Ok();

        var old = await checkout.Admin(HttpMethod.Put, shop, "settings", document, ifMatch: got.ETag);
        (old.Status, old.Field, old.SubType).ShouldBe((412, "if_match", "etag_mismatch"));
        var unguarded = await checkout.Admin(HttpMethod.Put, shop, "settings", document);
        (unguarded.Status, unguarded.Field, unguarded.SubType).ShouldBe((412, "if_match", "if_match_missing"));
    }

    [Fact]
    public async Task Settings_TokenOfAnotherShop_IsRefusedAndStaysThatShops()
    {
        var (shop, other) = (await checkout.NewShop(), await checkout.NewShop());
        var got = (await checkout.Admin(HttpMethod.Get, shop, "settings")).Ok();
        var document = got.Data;
        document["api_tokens"]!
            .AsArray()
            .Add(
                JsonSerializer.SerializeToNode(
                    new
                    {
                        name = "copied",
                        sha256 = ShopTokens.Sha256(ShopTokens.Of(LiveCheckout.Token, other)),
                        scopes = new[] { "*" },
                    }
                )
            );

        var put = await checkout.Admin(HttpMethod.Put, shop, "settings", document.ToJsonString(), ifMatch: got.ETag);

        (put.Status, put.Field, put.SubType).ShouldBe((422, "api_tokens.sha256", "token_taken"));
        put.Error["message"]!.GetValue<string>().ShouldContain("token copied");
        (await checkout.Admin(HttpMethod.Get, shop, "settings")).ETag.ShouldBe(got.ETag);
        (await checkout.Send(HttpMethod.Get, "/shops/v1/info", token: ShopTokens.Of(LiveCheckout.Token, other))).Ok().Json["id"]!
            .GetValue<string>()
            .ShouldBe(other);
    }

    [Fact]
    public async Task Settings_OneTokenTwice_IsRefused()
    {
        var shop = await checkout.NewShop();
        var got = (await checkout.Admin(HttpMethod.Get, shop, "settings")).Ok();
        var document = got.Data;
        document["api_tokens"]!.AsArray().Add(document["api_tokens"]![0]!.DeepClone());

        var put = await checkout.Admin(HttpMethod.Put, shop, "settings", document.ToJsonString(), ifMatch: got.ETag);

        (put.Status, put.Field).ShouldBe((422, "api_tokens.sha256"));
    }

    [Theory]
    [InlineData(
        "plugins",
        """[{"uuid":"p","name":"P","event_url":"http://plugin.example.com/","client_secret":"s"}]""",
        "plugins.event_url"
    )]
    [InlineData(
        "webhooks",
        """[{"id":"w","topic":"order/lost","callback_url":"https://example.com","shared_secret":"s","created_at":"2026-05-01T00:00:00Z","updated_at":"2026-05-01T00:00:00Z"}]""",
        "webhooks.topic"
    )]
    [InlineData("overrides", """[{"public_id":"o","type":"weather","url":"https://example.com","shared_secret":"s"}]""", "overrides.type")]
    [InlineData("currency", "\"QQQ\"", "currency")]
    public async Task Settings_WrongPart_IsNamedAndNothingIsWritten(string part, string value, string field)
    {
        var shop = await checkout.NewShop();
        var got = (await checkout.Admin(HttpMethod.Get, shop, "settings")).Ok();
        var document = got.Data;
        document[part] = JsonNode.Parse(value);

        var put = await checkout.Admin(HttpMethod.Put, shop, "settings", document.ToJsonString(), ifMatch: got.ETag);

        (put.Status, put.Field).ShouldBe((422, field));
        (await checkout.Admin(HttpMethod.Get, shop, "settings")).ETag.ShouldBe(got.ETag);
    }

    [Fact]
    public async Task Products_UpToAHundred_AreSavedAndCanBeBought()
    {
        var shop = await checkout.NewShop();
        (await checkout.Admin(HttpMethod.Put, shop, "products", Products(100))).Ok().Data["saved"]!.GetValue<int>().ShouldBe(100);

        var product = (await checkout.Admin(HttpMethod.Get, shop, "products/SKU-99")).Ok().Data;
        (product["sku"]!.GetValue<string>(), product["price"]!.GetValue<long>(), product["title"]!.GetValue<string>()).ShouldBe(
            ("SKU-99", 1099, "Number 99")
        );
        var opened = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{shop}/init",
            """{"cart_items":[{"sku":"SKU-99","quantity":2,"line_item_key":"a"}]}"""
        );
        opened.Ok().State["order_total"]!.GetValue<long>().ShouldBe(2198);
    }

    [Theory]
    [InlineData("""{"products":[]}""", "products", "1 to 100")]
    [InlineData("""{}""", "products", "1 to 100")]
    [InlineData(
        """{"products":[{"sku":"A","price":100,"product_title":"A"},{"price":100,"product_title":"B"}]}""",
        "sku",
        "products[1].sku"
    )]
    [InlineData("""{"products":[{"sku":"A","price":-1,"product_title":"A"}]}""", "price", "products[0].price")]
    [InlineData("""{"products":[{"sku":"A","product_title":"A"}]}""", "price", "products[0].price")]
    [InlineData("""{"products":[{"sku":"A","price":"many","product_title":"A"}]}""", "price", "products[0].price")]
    public async Task Products_Wrong_AreRefusedByFieldAndNoneIsSaved(string body, string field, string path)
    {
        var shop = await checkout.NewShop();

        var put = await checkout.Admin(HttpMethod.Put, shop, "products", body);

        (put.Status, put.Field).ShouldBe((422, field));
        put.Error["message"]!.GetValue<string>().ShouldContain(path);
        (await checkout.Admin(HttpMethod.Get, shop, "products/A")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Products_AHundredAndOne_AreRefused()
    {
        var put = await checkout.Admin(HttpMethod.Put, await checkout.NewShop(), "products", Products(101));

        (put.Status, put.Field).ShouldBe((422, "products"));
    }

    [Fact]
    public async Task Plugins_PutListedReplacedAndDeleted_NeverShowTheirSecret()
    {
        var shop = await checkout.NewShop();
        const string Body =
            """{"name":"Gift wrap","event_url":"https://plugin.example.com/checkout/event","client_secret":"plain-secret","events":["initialize_checkout"],"scopes":["add_fee"],"position":2}""";

        var put = (await checkout.Admin(HttpMethod.Put, shop, "plugins/p-2", Body)).Ok();
        put.Data["event_url"]!.GetValue<string>().ShouldBe("https://plugin.example.com/checkout/event");
        (
            await checkout.Admin(
                HttpMethod.Put,
                shop,
                "plugins/p-1",
                Body.Replace("\"position\":2", "\"position\":1", StringComparison.Ordinal)
            )
        ).Ok();
        (await checkout.Admin(HttpMethod.Put, shop, "plugins/p-2", """{"name":"Renamed","event_url":"https://other.example.com/"}""")).Ok();

        var listed = (await checkout.Admin(HttpMethod.Get, shop, "plugins")).Ok();
        listed
            .Data.AsArray()
            .Select(p => (p!["uuid"]!.GetValue<string>(), p["name"]!.GetValue<string>()))
            .ShouldBe([("p-1", "Gift wrap"), ("p-2", "Renamed")]);
        (put.Json.ToJsonString() + listed.Json.ToJsonString()).ShouldNotContain("secret");
        var stored = (await Stored(shop)).Plugins.Single(p => p.Uuid == "p-2");
        (stored.ClientSecret, stored.Position, stored.Scopes.Single()).ShouldBe(("plain-secret", 2, "add_fee"));

        (await checkout.Admin(HttpMethod.Delete, shop, "plugins/p-2")).Ok().Data.AsArray().ShouldHaveSingleItem();
        (await checkout.Admin(HttpMethod.Delete, shop, "plugins/p-2")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"event_url":"https://plugin.example.com/","client_secret":"s"}""", "name")]
    [InlineData("""{"name":"P","client_secret":"s"}""", "event_url")]
    [InlineData("""{"name":"P","event_url":"https://plugin.example.com/"}""", "client_secret")]
    [InlineData("""{"name":"P","event_url":"http://plugin.example.com/","client_secret":"s"}""", "event_url")]
    [InlineData("""{"name":"P","event_url":"https://plugin.example.com/","client_secret":"s","events":["order_lost"]}""", "events")]
    [InlineData("""{"name":"P","event_url":"https://plugin.example.com/","client_secret":"s","scopes":["everything"]}""", "scopes")]
    public async Task Plugins_Wrong_AreRefusedByField(string body, string field)
    {
        var put = await checkout.Admin(HttpMethod.Put, await checkout.NewShop(), "plugins/p", body);

        (put.Status, put.Field).ShouldBe((422, field));
    }

    [Theory]
    [InlineData("a%22b")]
    [InlineData("a%0d%0aX-Evil:1")]
    [InlineData("a%0a")]
    public async Task Plugins_UuidThatWouldEndTheSignaturesHeader_IsRefused(string uuid)
    {
        var put = await checkout.Admin(
            HttpMethod.Put,
            await checkout.NewShop(),
            $"plugins/{uuid}",
            """{"name":"P","event_url":"https://plugin.example.com/","client_secret":"s"}"""
        );

        (put.Status, put.Field).ShouldBe((422, "uuid"));
    }

    public static TheoryData<string, string> Calls() =>
        new()
        {
            { "GET", "settings" },
            { "PUT", "settings" },
            { "PUT", "products" },
            { "GET", "products/A" },
            { "GET", "plugins" },
            { "PUT", "plugins/p" },
            { "DELETE", "plugins/p" },
            { "GET", "dead_letters" },
            { "POST", "dead_letters/x/replay" },
            { "GET", "overrides" },
            { "POST", "overrides" },
            { "PATCH", "overrides/x" },
            { "DELETE", "overrides/x" },
            { "GET", "webhooks/topics" },
            { "GET", "webhooks" },
            { "POST", "webhooks" },
            { "DELETE", "webhooks/x" },
            { "GET", "cors" },
            { "POST", "cors" },
            { "DELETE", "cors/1" },
            { "GET", "flows" },
            { "GET", "flows/available" },
            { "POST", "flows" },
            { "PATCH", "flows/x" },
            { "DELETE", "flows/x" },
            { "GET", "life_elements" },
            { "POST", "life_elements" },
            { "PATCH", "life_elements/x" },
            { "DELETE", "life_elements/x" },
            { "POST", "integration/config" },
            { "POST", "rsa_config" },
            { "PATCH", "rsa_config" },
            { "DELETE", "rsa_config" },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task AnyCall_WithoutTheScopeOrTheRightToken_IsRefused(string method, string path)
    {
        var (shop, other) = (await checkout.NewShop(), await checkout.NewShop(s => s with { ApiTokens = [] }));

        var missing = await checkout.Admin(new HttpMethod(method), shop, path, "{}", LiveCheckout.OrdersToken);
        (missing.Status, missing.SubType).ShouldBe((403, "missing_scope"));
        (await checkout.Admin(new HttpMethod(method), other, path, "{}")).Status.ShouldBe(401);
        (await checkout.Admin(new HttpMethod(method), shop, path, "{}", token: null)).Status.ShouldBe(401);
        if (method != "GET")
            (await checkout.Admin(new HttpMethod(method), shop, path, "{}", LiveCheckout.ReadToken)).Status.ShouldBe(403);
    }

    private static PluginSettings Plugin(string secret) =>
        new()
        {
            Uuid = "p-1",
            Name = "Plugin",
            EventUrl = "https://plugin.example.com/",
            ClientSecret = secret,
        };

    private static string Products(int count) =>
        $$"""{"products":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"sku":"SKU-{{i}}","platform_id":"{{9000 + i}}","product_title":"Product","title":"Number {{i}}","price":{{1000 + i}}}"""))}}]}""";

    private async Task<Shop> Stored(string shop) => (await checkout.Service<IShops>().Load(shop, default))!.Shop;
}
