using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// What else a merchant sets up over HTTP: overrides, origins, webhooks, flows, fields and the state authority
/// (docs/contract/administration.md).
/// </summary>
[Collection(LiveCheckouts.Name)]
public sealed class ConnectionAdministrationTests(LiveCheckout checkout)
{
    [Fact]
    public async Task Overrides_PostedChangedAndDeleted_HoldForOrdersThatBeginThen()
    {
        await using var server = await Listener.Start();
        server.Answer = _ => (200, """{"rates":[{"line_text":"Pigeon","value":3.5,"code":"PGN"}]}""");
        var shop = await checkout.NewShop();
        var before = await Shopper.Begin(checkout, shop);

        var made = (
            await checkout.Admin(
                HttpMethod.Post,
                shop,
                "overrides",
                $$"""{"override_type":"shipping","url":"{{server.Url}}/old","shared_secret":"plain-secret"}"""
            )
        ).Ok();
        var id = made.Data["public_id"]!.GetValue<string>();
        (made.Data["override_type"]!.GetValue<string>(), made.Data["url"]!.GetValue<string>()).ShouldBe(("shipping", $"{server.Url}/old"));
        (await checkout.Admin(HttpMethod.Patch, shop, $"overrides/{id}", $$"""{"url":"{{server.Url}}/new"}""")).Ok().Data["url"]!
            .GetValue<string>()
            .ShouldBe($"{server.Url}/new");
        var listed = (await checkout.Admin(HttpMethod.Get, shop, "overrides")).Ok();
        listed.Data.AsArray().ShouldHaveSingleItem();
        listed.Json.ToJsonString().ShouldNotContain("plain-secret");

        var after = await Shopper.Begin(checkout, shop);
        foreach (var shopper in new[] { before, after })
            (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();
        (await before.Get("/shipping_lines")).Ok().Data["shipping_lines"]![0]!["code"]!.GetValue<string>().ShouldBe("local");
        (await after.Get("/shipping_lines")).Ok().Data["shipping_lines"]![0]!
            .ToJsonString()
            .ShouldBe("""{"id":"0","description":"Pigeon","amount":350,"code":"PGN"}""");
        server.All.ShouldAllBe(heard => heard.Path == "/new");

        (await checkout.Admin(HttpMethod.Delete, shop, $"overrides/{id}")).Ok().Data.AsArray().ShouldBeEmpty();
        (await checkout.Admin(HttpMethod.Patch, shop, $"overrides/{id}", "{}")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"override_type":"weather","url":"https://example.com","shared_secret":"s"}""", "override_type")]
    [InlineData("""{"override_type":"tax","url":"http://example.com","shared_secret":"s"}""", "url")]
    [InlineData("""{"override_type":"tax","url":"https://example.com"}""", "shared_secret")]
    public async Task Overrides_Wrong_AreRefusedByField(string body, string field)
    {
        var posted = await checkout.Admin(HttpMethod.Post, await checkout.NewShop(), "overrides", body);

        (posted.Status, posted.Field).ShouldBe((422, field));
    }

    [Fact]
    public async Task Cors_OriginAdded_MayCallUntilItIsTakenAway()
    {
        var shop = await checkout.NewShop();
        var added = (await checkout.Admin(HttpMethod.Post, shop, "cors", """{"domain":"Shop.Example.com/path"}""")).Ok();
        added.Data["domain"]!.GetValue<string>().ShouldBe("https://shop.example.com");
        (await checkout.Admin(HttpMethod.Get, shop, "cors"))
            .Ok()
            .Data.AsArray()
            .Select(c => c!["domain"]!.GetValue<string>())
            .ShouldContain("https://shop.example.com");
        (await Allowed(shop)).ShouldBe("https://shop.example.com");

        (await checkout.Admin(HttpMethod.Delete, shop, $"cors/{added.Data["id"]}")).Ok();
        (await Allowed(shop)).ShouldBe("");
        (await checkout.Admin(HttpMethod.Delete, shop, "cors", """{"domain":"shop.example.com"}""")).Status.ShouldBe(404);
        foreach (var wrong in new[] { "{}", """{"domain":"ftp://shop.example.com"}""", """{"domain":"*"}""" })
            (await checkout.Admin(HttpMethod.Post, shop, "cors", wrong)).Field.ShouldBe("domain");

        async Task<string> Allowed(string identifier)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Options,
                $"/checkout/storefront/{identifier}/{new string('a', 64)}/refresh"
            );
            request.Headers.Add("Origin", "https://shop.example.com");
            request.Headers.Add("Access-Control-Request-Method", "GET");
            using var answer = await checkout.Http.SendAsync(request);
            return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origin) ? origin.Single() : "";
        }
    }

    [Fact]
    public async Task Webhooks_TopicsAndSubscriptions_AreThoseThatClientsKnow()
    {
        var shop = await checkout.NewShop(s => s with { PlatformConnector = new PlatformConnectorSettings() });
        var topics = (await checkout.Admin(HttpMethod.Get, shop, "webhooks/topics")).Ok().Data.AsArray();
        topics
            .Select(t => (t!["webhook_topic_id"]!.GetValue<int>(), t["webhook_topic_name"]!.GetValue<string>()))
            .ShouldContain((3, "order/fulfilled"));
        topics.Count.ShouldBe(15);

        var unsigned = await checkout.Admin(
            HttpMethod.Post,
            shop,
            "webhooks",
            """{"webhook_topic_id":3,"callback_url":"https://example.com/fulfilled"}"""
        );
        (unsigned.Status, unsigned.Field).ShouldBe((422, "shared_secret"));
        (await checkout.Admin(HttpMethod.Post, shop, "integration/config", """{"shared_secret":"integration-secret"}""")).Ok();
        var made = (
            await checkout.Admin(
                HttpMethod.Post,
                shop,
                "webhooks",
                """{"webhook_topic_id":3,"callback_url":"https://example.com/fulfilled"}"""
            )
        ).Ok();

        var listed = (await checkout.Admin(HttpMethod.Get, shop, "webhooks")).Ok().Data.AsArray().ShouldHaveSingleItem()!;
        listed
            .AsObject()
            .Select(p => p.Key)
            .ShouldBe([
                "id",
                "webhook_topic_id",
                "webhook_topic_name",
                "callback_url",
                "created_at",
                "updated_at",
                "status",
                "stopped_at",
                "stopped_because",
                "previous_secret_until",
            ]);
        (await Stored(shop)).Webhooks.Single().SharedSecret.ShouldBe("integration-secret");
        (await checkout.Admin(HttpMethod.Delete, shop, $"webhooks/{made.Data["id"]}")).Ok().Data.AsArray().ShouldBeEmpty();
        (await checkout.Admin(HttpMethod.Post, shop, "webhooks", """{"webhook_topic_id":"3","callback_url":"https://example.com"}"""))
            .Ok()
            .Data["webhook_topic_id"]!
            .GetValue<int>()
            .ShouldBe(3);
        (
            await checkout.Admin(HttpMethod.Post, shop, "webhooks", """{"webhook_topic_id":99,"callback_url":"https://example.com"}""")
        ).Field.ShouldBe("webhook_topic_id");
        (
            await checkout.Admin(HttpMethod.Post, shop, "webhooks", """{"webhook_topic_id":1,"callback_url":"http://example.com"}""")
        ).Field.ShouldBe("callback_url");
    }

    [Fact]
    public async Task Flows_AddedTwiceOrReserved_AreRefused()
    {
        var shop = await checkout.NewShop(s => s with { Flows = [] });
        const string Flow = """{"flow_name":"Three pages","flow_id":"three-pages","flow_type":"custom"}""";
        var made = (await checkout.Admin(HttpMethod.Post, shop, "flows", Flow)).Ok();
        made.Data["flows"]![0]!["flow_id"]!.GetValue<string>().ShouldBe("three-pages");

        var again = await checkout.Admin(HttpMethod.Post, shop, "flows", Flow);
        (again.Status, again.Error["type"]!.GetValue<string>()).ShouldBe((422, "flow.flow_already_exists"));
        foreach (var reserved in new[] { "bold-flow", "Boldly", "unassigned" })
        {
            var refused = await checkout.Admin(
                HttpMethod.Post,
                shop,
                "flows",
                Flow.Replace("three-pages", reserved, StringComparison.Ordinal)
            );
            (refused.Status, refused.Field).ShouldBe((422, "flow_id"));
        }

        (await checkout.Admin(HttpMethod.Patch, shop, "flows/three-pages", """{"flow_name":"One page"}""")).Ok().Data["flows"]![0]![
            "flow_name"
        ]!
            .GetValue<string>()
            .ShouldBe("One page");
        (await checkout.Admin(HttpMethod.Get, shop, "flows/available")).Ok().Data["flows"]!.AsArray().ShouldHaveSingleItem();
        (await checkout.Admin(HttpMethod.Delete, shop, "flows/three-pages")).Ok();
        (await checkout.Admin(HttpMethod.Get, shop, "flows")).Ok().Data["flows"]!.AsArray().ShouldBeEmpty();
        (await checkout.Admin(HttpMethod.Patch, shop, "flows/three-pages", "{}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task LifeElements_AddedAndChanged_AreShownToTheShopper()
    {
        var shop = await checkout.NewShop(s => s with { LifeElements = [] });
        var made = (
            await checkout.Admin(
                HttpMethod.Post,
                shop,
                "life_elements",
                """{"input_type":"text","input_label":"Gift message","location":"shipping","meta_data_field":"gift_message"}"""
            )
        ).Ok();
        var id = made.Data["life_elements"]![0]!["public_id"]!.GetValue<string>();
        (await checkout.Admin(HttpMethod.Patch, shop, $"life_elements/{id}", """{"input_required":true}""")).Ok();

        var opened = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{shop}/init", "{}");
        var shown = opened.Ok().Data["initial_data"]!["life_elements"]!.AsArray().ShouldHaveSingleItem()!;
        (
            shown["public_id"]!.GetValue<string>(),
            shown["input_required"]!.GetValue<bool>(),
            shown["meta_data_field"]!.GetValue<string>()
        ).ShouldBe((id, true, "gift_message"));
        (
            await checkout.Admin(
                HttpMethod.Post,
                shop,
                "life_elements",
                """{"input_type":"slider","input_label":"x","location":"shipping","meta_data_field":"y"}"""
            )
        ).Field.ShouldBe("input_type");
        (await checkout.Admin(HttpMethod.Delete, shop, $"life_elements/{id}")).Ok().Data["life_elements"]!.AsArray().ShouldBeEmpty();
        (await checkout.Admin(HttpMethod.Delete, shop, $"life_elements/{id}")).Status.ShouldBe(404);
    }

    /// <summary>Connectors try PATCH first and give up at any status of 400 and more.</summary>
    [Fact]
    public async Task RemoteStateAuthority_NotConfigured_IsMadeByAPatchThatSaysAllOfIt()
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = null });

        (
            await checkout.Admin(
                HttpMethod.Patch,
                shop,
                "rsa_config",
                """{"url":"https://store.example.com/rest/V1","shared_secret":"plain-secret"}"""
            )
        ).Ok();

        (await Stored(shop)).RemoteStateAuthority.ShouldBe(new RemoteStateAuthority("https://store.example.com/rest/V1", "plain-secret"));
    }

    [Theory]
    [InlineData("bold-booster-m2")]
    [InlineData("bold-booster-m1")]
    [InlineData("bold-booster-pdp-m1")]
    [InlineData("bold-booster-cart-m1")]
    public async Task Flow_OfABooster_IsMadeAndListed_AndMadeAgain(string id)
    {
        var shop = await checkout.NewShop(s => s);
        var body = $$"""{"flow_name":"Bold Booster for PayPal","flow_id":"{{id}}","flow_type":"custom"}""";

        var made = (await checkout.Admin(HttpMethod.Post, shop, "flows", body)).Ok();
        var again = (await checkout.Admin(HttpMethod.Post, shop, "flows", body)).Ok();

        FirstFlow(made).ShouldBe(id);
        FirstFlow(again).ShouldBe(id);
        (await Stored(shop)).Flows.Count(f => f.FlowId == id).ShouldBe(1);
        foreach (var list in new[] { "flows", "flows/available" })
            (await checkout.Admin(HttpMethod.Get, shop, list)).Ok().Data["flows"]!.ToJsonString().ShouldContain(id);

        static string FirstFlow(Answer answer) => answer.Data["flows"]![0]!["flow_id"]!.GetValue<string>();
    }

    [Fact]
    public async Task RemoteStateAuthority_NotConfigured_AnswersTheCodeThatClientsKnow()
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = null });
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Patch, HttpMethod.Delete })
        {
            var refused = await checkout.Admin(method, shop, "rsa_config", method == HttpMethod.Get ? null : "{}");
            (refused.Status, refused.Error["code"]!.GetValue<string>()).ShouldBe((422, "02-89"));
        }

        (
            await checkout.Admin(
                HttpMethod.Post,
                shop,
                "rsa_config",
                """{"url":"https://state.example.com/","shared_secret":"plain-secret"}"""
            )
        )
            .Ok()
            .Json.ToJsonString()
            .ShouldNotContain("plain-secret");
        (await checkout.Admin(HttpMethod.Patch, shop, "rsa_config", """{"url":"https://other.example.com/"}""")).Ok().Data["url"]!
            .GetValue<string>()
            .ShouldBe("https://other.example.com/");
        (await Stored(shop)).RemoteStateAuthority.ShouldBe(new RemoteStateAuthority("https://other.example.com/", "plain-secret"));
        (
            await checkout.Admin(HttpMethod.Post, shop, "rsa_config", """{"url":"http://state.example.com/","shared_secret":"s"}""")
        ).Field.ShouldBe("url");
        (await checkout.Admin(HttpMethod.Delete, shop, "rsa_config")).Ok();
        (await Stored(shop)).RemoteStateAuthority.ShouldBeNull();
    }

    [Fact]
    public async Task RemoteStateAuthority_PostedWithProtocolAndKeys_KeepsThemAndShowsNoSecret()
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = null });
        var oauth = """{"consumer_key":"ck","consumer_secret":"cs-1","access_token":"at","access_token_secret":"ats-1"}""";
        var body = $$"""{"url":"https://store.example.com/rest/V1","protocol":"magento_cart","oauth":{{oauth}}}""";

        var made = (await checkout.Admin(HttpMethod.Post, shop, "rsa_config", body)).Ok();

        var got = (await checkout.Admin(HttpMethod.Get, shop, "rsa_config")).Ok();
        got.Data.ToJsonString().ShouldBe(made.Data.ToJsonString());
        got.Json.ToJsonString().ShouldNotContain("s-1");
        got.Data["protocol"]!.GetValue<string>().ShouldBe("magento_cart");
        got.Data["oauth"]!["consumer_key"]!.GetValue<string>().ShouldBe("ck");
        got.Data["oauth"]!["consumer_secret"]!.GetValue<string>().ShouldBe(ShopSecrets.Mask);
        (await Stored(shop)).RemoteStateAuthority!.Oauth.ShouldBe(new OAuthCredentials("ck", "cs-1", "at", "ats-1"));

        (await checkout.Admin(HttpMethod.Patch, shop, "rsa_config", got.Data.ToJsonString())).Ok();
        (await Stored(shop)).RemoteStateAuthority!.Oauth.ShouldBe(new OAuthCredentials("ck", "cs-1", "at", "ats-1"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public async Task RemoteStateAuthority_SaidAgainByAConnector_KeepsWhatItDoesNotSay(string method)
    {
        var before = new RemoteStateAuthority("https://old.example.com/", "old")
        {
            Protocol = AuthorityProtocol.MagentoCart,
            Oauth = new OAuthCredentials("ck", "cs", "at", "ats"),
        };
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = before });

        (
            await checkout.Admin(new HttpMethod(method), shop, "rsa_config", """{"url":"https://new.example.com/","shared_secret":"new"}""")
        ).Ok();

        (await Stored(shop)).RemoteStateAuthority.ShouldBe(before with { Url = "https://new.example.com/", SharedSecret = "new" });
    }

    [Theory]
    [InlineData("""{"url":"https://s.example.com/"}""", "shared_secret")]
    [InlineData("""{"url":"https://s.example.com/","shared_secret":"s","protocol":"carrier_pigeon"}""", "protocol")]
    [InlineData(
        """{"url":"https://s.example.com/","protocol":"events","oauth":{"consumer_key":"a","consumer_secret":"b","access_token":"c","access_token_secret":"d"}}""",
        "shared_secret"
    )]
    [InlineData("""{"url":"https://s.example.com/","protocol":"magento_cart","oauth":{"consumer_key":"a"}}""", "consumer_secret")]
    public async Task RemoteStateAuthority_ThatCannotSign_IsRefused(string body, string field)
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = null });

        var refused = await checkout.Admin(HttpMethod.Post, shop, "rsa_config", body);

        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    private async Task<Shop> Stored(string shop) => (await checkout.Service<IShops>().Load(shop, default))!.Shop;
}
