using System.Text.Json.Nodes;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// A remote state authority that decides: it is asked before the commit, and the order becomes what it answers
/// (docs/contract/platforms.md#events-and-state).
/// </summary>
[Collection(LiveCheckouts.Name)]
public sealed class StateAuthorityTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Authority authority = null!;

    public async Task InitializeAsync() => authority = await Authority.Start(checkout);

    public async Task DisposeAsync() => await authority.DisposeAsync();

    [Fact]
    public async Task Buy_AuthorityDecides_OrderHasItsLinesTaxesAndTotal()
    {
        var shopper = await authority.Begin();

        var bought = await shopper.Buy();

        bought.State["shipping"]!["selected_shipping"]!["description"]!.GetValue<string>().ShouldBe("Sled");
        bought.State["taxes"]!.AsArray().Sum(t => t!["value"]!.GetValue<long>()).ShouldBe(123);
        bought.State["order_total"]!.GetValue<long>().ShouldBe(4700 + 777 + 123);
        Types(authority.Server.Taken())
            .ShouldBe([
                "set_customer",
                "set_shipping_address",
                "set_billing_address",
                "get_shipping_lines",
                "set_shipping_line",
                "apply_taxes",
            ]);
    }

    [Fact]
    public async Task Question_NamesCartOrderAndStateOfTheChangeAndIsSigned()
    {
        var shopper = await authority.Begin("cart-77");

        (await shopper.Post("/customer/guest", Shopper.John)).Ok();

        var heard = await authority.Server.Next();
        heard.Path.ShouldEndWith($"/orders/{shopper.OrderId}/events");
        heard.Json["cart_id"]!.GetValue<string>().ShouldBe("cart-77");
        heard.Json["public_order_id"]!.GetValue<string>().ShouldBe(shopper.OrderId);
        heard.Json["order_state"]!["customer"]!["email_address"]!.GetValue<string>().ShouldBe("john.doe@example.com");
        heard.Headers["X-HMAC"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Change_AuthorityRefuses_IsRefusedInItsWordsAndNothingChanges()
    {
        var shopper = await authority.Begin();
        authority.Server.Answer = _ => (422, """{"errors":[{"message":"We do not ship to Winnipeg.","type":"address","code":"a1"}]}""");

        var refused = await shopper.Post("/addresses/shipping", Shopper.Winnipeg);

        (refused.Status, refused.Error["message"]!.GetValue<string>()).ShouldBe((422, "We do not ship to Winnipeg."));
        (await shopper.Get("/refresh")).Ok().State["addresses"]!["shipping"]!.ShouldBeOfType<JsonArray>();
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, "nonsense")]
    [InlineData(200, """{"order_state":{"taxes":[{"name":"x","value":-1}]}}""")]
    public async Task Change_AuthorityDoesNotAnswerAsItShould_IsUnavailableAndNothingChanges(int status, string body)
    {
        var shopper = await authority.Begin();
        authority.Server.Answer = _ => (status, body);

        (await shopper.Post("/customer/guest", Shopper.John)).Status.ShouldBe(503);
        (await shopper.Get("/refresh")).Ok().State["customer"]!.ShouldBeOfType<JsonArray>();
        authority.Server.Answer = heard => (200, Authority.State(heard));
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
    }

    [Fact]
    public async Task Discount_AuthorityKnowsTheCode_TakesItsAmount()
    {
        var shopper = await (await authority.Begin()).Fill();
        authority.Server.Answer = heard => (200, Authority.State(heard, """[{"code":"SNOW","text":"Snow","value":400}]"""));

        var state = (await shopper.Post("/discounts", """{"code":"snow"}""")).Ok().State;

        state["discounts"]!.AsArray().Single()!["value"]!.GetValue<long>().ShouldBe(400);
        authority.Server.Taken()[^1].Json["events"]![0]!
            .ToJsonString()
            .ShouldBe("""{"type":"add_discount_code","data":{"discount_code":"snow"}}""");
    }

    [Fact]
    public async Task Discount_AuthorityDoesNotKnowTheCode_IsRefused()
    {
        var shopper = await (await authority.Begin()).Fill();

        var refused = await shopper.Post("/discounts", """{"code":"FREESHIPPING"}""");

        (refused.Status, refused.Field).ShouldBe((422, "discounts"));
    }

    [Fact]
    public async Task Taxes_OrderCostsSomethingElseThere_AreRefused()
    {
        var shopper = await authority.Begin();
        await FillWithoutTaxes(shopper);
        authority.Server.Answer = heard => (200, Authority.State(heard, total: 1));

        var refused = await shopper.Post("/taxes");

        (refused.Status, refused.Field, refused.Error["sub_type"]!.GetValue<string>()).ShouldBe((422, "order_total", "total_differs"));
    }

    [Fact]
    public async Task OrderWithoutCart_IsNoBusinessOfTheAuthority()
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = authority.Deciding(AuthorityProtocol.Events) });
        var shopper = await Shopper.Begin(checkout, shop);

        (await shopper.Post("/customer/guest", Shopper.John)).Ok();

        authority.Server.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Discounts_WithoutACode_EachKeepTheirOwnAmountHoweverOftenTheyAreTold()
    {
        var shopper = await authority.Begin();
        authority.Server.Answer = heard => (200, Authority.State(heard, Rules(300, 200)));
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();
        authority.Server.Answer = heard => (200, Authority.State(heard, Rules(250, 100)));

        var state = (await shopper.Post("/addresses/billing", Shopper.Winnipeg)).Ok().State;

        state["discounts"]!
            .AsArray()
            .Select(d => (d!["text"]!.GetValue<string>(), d["value"]!.GetValue<long>()))
            .ShouldBe([("Rule A", 250), ("Rule B", 100)]);

        static string Rules(int a, int b) => $$"""[{"code":"","text":"Rule A","value":{{a}}},{"code":"","text":"Rule B","value":{{b}}}]""";
    }

    [Fact]
    public async Task Answer_ThatLeavesLinesAndDiscountsOut_ChangesNothing_AndEmptyOnesAreNone()
    {
        var shopper = await authority.Begin();
        authority.Server.Answer = heard => (200, Authority.State(heard, """[{"code":"","text":"Rule","value":300}]"""));
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();

        authority.Server.Answer = _ => (200, """{"order_state":{}}""");
        var kept = (await shopper.Post("/addresses/billing", Shopper.Winnipeg)).Ok().State;
        var listed = (await shopper.Get("/shipping_lines")).Ok();
        authority.Server.Answer = _ => (200, """{"order_state":{"shipping":{"available_shipping_lines":[]},"discounts":[]}}""");
        var none = (await shopper.Delete("/addresses/billing")).Ok().State;

        (Lines(kept), Lines(listed.State), Lines(none)).ShouldBe((1, 1, 0));
        (kept["discounts"]!.AsArray().Count, none["discounts"]!.AsArray().Count).ShouldBe((1, 0));

        static int Lines(JsonNode state) => state["shipping"]!["available_shipping_lines"]!.AsArray().Count;
    }

    [Theory]
    [InlineData("""{"order_state":{}}""", 503)]
    [InlineData("""{"order_state":{"taxes":null}}""", 503)]
    [InlineData("""{"order_state":{"taxes":[]}}""", 200)]
    public async Task Taxes_LeftOutWhereTheyAreAskedFor_AreNoAnswer_AndEmptyOnesAreNone(string answer, int status)
    {
        var shopper = await authority.Begin();
        await FillWithoutTaxes(shopper);
        authority.Server.Answer = _ => (200, answer);

        (await shopper.Post("/taxes")).Status.ShouldBe(status);

        (await shopper.Get("/refresh")).Ok().State["taxes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_InAnAnswerThatIsNoRefusal_IsNotReadAsOne()
    {
        var shopper = await authority.Begin();
        authority.Server.Answer = _ => (200, """{"order_state":{},"message":"Thank you.","errors":[]}""");

        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
    }

    [Theory]
    [InlineData(422, """{"errors":[{"message":"\ud800"}]}""")]
    [InlineData(422, """{"errors":["\ud800"]}""")]
    [InlineData(422, """{"message":"\ud800"}""")]
    [InlineData(200, """["order_state"]""")]
    [InlineData(200, """{"order_state":null}""")]
    [InlineData(200, """{"order_state":{"order_total":null}}""")]
    [InlineData(200, """{"order_state":{"order_total":-1}}""")]
    [InlineData(200, """{"order_state":{"order_total":10000000000000000}}""")]
    [InlineData(200, """{"order_state":{"discounts":null}}""")]
    [InlineData(200, """{"order_state":{"discounts":[{"code":{},"text":"x","value":1}]}}""")]
    [InlineData(200, """{"order_state":{"discounts":[{"code":"x","value":10000000000000000}]}}""")]
    [InlineData(200, """{"order_state":{"shipping":null}}""")]
    [InlineData(200, """{"order_state":{"shipping":{"available_shipping_lines":null}}}""")]
    [InlineData(200, """{"order_state":{"shipping":{"available_shipping_lines":[{"description":"Sled","amount":1}]}}}""")]
    [InlineData(200, """{"order_state":{"shipping":{"available_shipping_lines":[{"code":"a","amount":1},{"code":"a","amount":2}]}}}""")]
    public async Task Answer_ThatCannotBeUsed_IsUnavailable(int status, string answer)
    {
        var shopper = await authority.Begin();
        authority.Server.Answer = _ => (status, answer);

        var refused = await shopper.Post("/customer/guest", Shopper.John);

        (refused.Status, refused.Field, refused.Error["sub_type"]!.GetValue<string>()).ShouldBe((503, "rsa_config", "authority_failed"));
        refused.Error["message"]!.GetValue<string>().ShouldBe("The store does not answer as it should right now. Try again.");
    }

    [Fact]
    public async Task Refusal_IsAskedForOnce()
    {
        var shopper = await authority.Begin();
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
        authority.Server.Answer = _ => (422, """{"errors":[{"message":"No."}]}""");
        var before = authority.Server.All.Count;

        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Status.ShouldBe(422);

        (authority.Server.All.Count - before).ShouldBe(1);
    }

    [Fact]
    public async Task EstimateOfTaxes_IsNoQuestionForTheTaxesOfTheOrder()
    {
        var shopper = await (await authority.Begin()).Fill();
        authority.Server.Taken();

        (await shopper.Post("/taxes/estimate", """{"city":"Toronto","province_code":"ON","country_code":"CA"}""")).Ok();

        Types(authority.Server.Taken()).ShouldBe(["estimate_tax"]);
    }

    private static async Task FillWithoutTaxes(Shopper shopper)
    {
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();
        (await shopper.Post("/shipping_lines", """{"index":"0"}""")).Ok();
    }

    private static IEnumerable<string> Types(IEnumerable<Heard> heard) =>
        heard.SelectMany(h => h.Json["events"]!.AsArray()).Select(e => e!["type"]!.GetValue<string>());
}
