using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

[Collection(LocalCheckouts.Name)]
public sealed class InitializeOrderTests(LocalCheckout checkout)
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"customer\":[],\"order_meta_data\":[],\"cart_items\":[]}")]
    [InlineData("{\"customer\":null,\"cart_items\":null,\"flow_id\":null,\"something_else\":{\"deep\":[1]}}")]
    public async Task Init_NothingGiven_OpensAnEmptyOrder(string body)
    {
        var answer = await checkout.Init(body);

        answer.Status.ShouldBe(200);
        answer.ContentType.ShouldBe("application/json");
        answer.OrderId.Length.ShouldBe(64);
        answer.Data["jwt_token"]!.GetValue<string>().Split('.').Length.ShouldBe(3);
        answer.Data["vaulting_enabled"]!.GetValue<bool>().ShouldBeTrue();
        answer.State["order_total"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task Init_EmptyOrder_HasEveryKeyOfTheState_AndEmptyObjectsAsLists()
    {
        var state = (await checkout.Init()).State.AsObject();

        state
            .Select(p => p.Key)
            .ShouldBe(
                [
                    "customer",
                    "addresses",
                    "line_items",
                    "fees",
                    "taxes",
                    "discounts",
                    "payments",
                    "order_total",
                    "order_balance",
                    "order_meta_data",
                    "shipping",
                    "resumable_link",
                    "link_to_cart",
                    "flow_id",
                    "currency",
                    "display_currency",
                    "display_exchange_rate",
                    "created_via",
                    "is_processed",
                    "order_id",
                    "platform_order_id",
                ],
                ignoreOrder: true
            );
        state["customer"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        state["addresses"]!["shipping"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        state["addresses"]!["billing"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        state["order_meta_data"]!["cart_parameters"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        state["order_meta_data"]!["note_attributes"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        state["shipping"]!.AsObject().ContainsKey("selected_shipping").ShouldBeTrue();
        state["shipping"]!["selected_shipping"].ShouldBeNull();
        state["created_via"]!.GetValue<string>().ShouldBe("checkout");
        state["is_processed"]!.GetValue<bool>().ShouldBeFalse();
        state["currency"]!.ToJsonString().ShouldContain("\"iso_numeric_code\":124");
    }

    [Theory]
    [InlineData("""{"platform_id":5423,"quantity":2,"line_item_key":"a"}""", 2350)]
    [InlineData("""{"platform_id":"5423","quantity":2.0,"line_item_key":"a","price_adjustment":-350}""", 2000)]
    [InlineData("""{"sku":"OAK_GRATER_SM","quantity":2,"line_item_key":"a"}""", 2350)]
    [InlineData("""{"sku":"OAK_GRATER_SM","title":"Oak Cheese Grater","quantity":2,"line_item_key":"a"}""", 2350)]
    [InlineData("""{"id":7,"sku":"OAK_GRATER_SM","title":"Engraved","quantity":2,"price":2600,"line_item_key":"a"}""", 2600)]
    [InlineData(
        """{"id":7,"title":"Board","quantity":2,"price":1998.9999999999998,"weight":10,"taxable":true,"requires_shipping":true,"line_item_key":"a"}""",
        1999
    )]
    public async Task Init_EachVariantOfAnItem_BecomesALine(string item, long price)
    {
        var answer = await checkout.Init($$"""{"cart_items":[{{item}}]}""");

        answer.Status.ShouldBe(200);
        var product = answer.State["line_items"]![0]!["product_data"]!;
        product["line_item_key"]!.GetValue<string>().ShouldBe("a");
        product["price"]!.GetValue<long>().ShouldBe(price);
        product["total_price"]!.GetValue<long>().ShouldBe(price * 2);
        product["properties"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        answer.State["line_items"]![0]!["taxes"].ShouldBeOfType<JsonArray>();
        answer.State["order_total"]!.GetValue<long>().ShouldBe(price * 2);
        answer.State["order_balance"]!.GetValue<long>().ShouldBe(price * 2);
    }

    [Fact]
    public async Task Init_WithPropertiesAndMetadata_KeepsThemAsTheyCame()
    {
        var answer = await checkout.Init(
            """
            {"cart_items":[{"sku":"OAK_GRATER_SM","quantity":1,"line_item_key":"a","line_item_properties":{"colour":"röt","depth":{"x":[1,null]}}}],
             "order_meta_data":{"cart_parameters":{"k":[1,2]},"note_attributes":[],"notes":"Leave it","tags":["a","b"]},
             "resumable_link":"https://store.example.com/back","flow_id":"bold-hosted","api_session_id":"s1","cart_id":77}
            """
        );

        var line = answer.State["line_items"]![0]!["product_data"]!;
        JsonNode.DeepEquals(line["properties"], JsonNode.Parse("""{"colour":"röt","depth":{"x":[1,null]}}""")).ShouldBeTrue();
        answer.State["order_meta_data"]!
            .ToJsonString()
            .ShouldBe("""{"cart_parameters":{"k":[1,2]},"note_attributes":[],"notes":"Leave it","tags":["a","b"]}""");
        answer.State["resumable_link"]!.GetValue<string>().ShouldBe("https://store.example.com/back");
        answer.State["flow_id"]!.GetValue<string>().ShouldBe("bold-hosted");
    }

    [Fact]
    public async Task Init_WithAGuest_GivesAPublicId()
    {
        var customer = (
            await checkout.Init("""{"customer":{"platform_id":0,"first_name":"Ann","email_address":"ann@example.com"}}""")
        ).State["customer"]!;

        customer["public_id"]!.GetValue<string>().Length.ShouldBe(64);
        customer["email_address"]!.GetValue<string>().ShouldBe("ann@example.com");
    }

    [Theory]
    [InlineData(
        """{"platform_id":"","public_id":"","first_name":"","last_name":"","email_address":"","accepts_marketing":false,"saved_addresses":[]}"""
    )]
    [InlineData("""{"platform_id":"0","public_id":null,"first_name":" "}""")]
    public async Task Init_CustomerOfEmptyTexts_LeavesRoomForTheShopper(string customer)
    {
        var opened = await checkout.Init($$"""{"customer":{{customer}}}""");
        var guest = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/storefront/{LocalCheckout.Shop}/{opened.OrderId}/customer/guest",
            """{"first_name":"Ann","last_name":"Lee","email_address":"ann@example.com"}""",
            opened.Data["jwt_token"]!.GetValue<string>()
        );

        opened.State["customer"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        guest.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Init_EmptyFlowIdAndLink_AreAsGoodAsNone()
    {
        var given = (await checkout.Init("""{"flow_id":"","resumable_link":"","api_session_id":""}""")).State;

        given["flow_id"]!.GetValue<string>().ShouldBe("unassigned");
        given["resumable_link"]!.GetValue<string>().ShouldStartWith("http");
    }

    [Fact]
    public async Task Init_WithAKnownCustomer_BringsAddressesAndSavedMethods_WithoutTheirTokens()
    {
        var answer = await checkout.Init("""{"customer":{"platform_id":"50942578465125","email_address":"john.doe@example.com"}}""");

        answer.State["customer"]!["public_id"]!.GetValue<string>().ShouldStartWith("EYRJ");
        answer.State["customer"]!["saved_addresses"]![0]!["city"]!.GetValue<string>().ShouldBe("Winnipeg");
        var methods = answer.Data["initial_data"]!["eps_gateways"]!.AsObject().First().Value!["vaulted_payment_methods"]!;
        methods[0]!["public_id"]!.GetValue<string>().ShouldStartWith("ftzi");
        answer.Json.ToJsonString().ShouldNotContain("tok_visa");
    }

    [Fact]
    public async Task Init_WithActions_AppliesThem()
    {
        var answer = await checkout.Init(
            """
            {"cart_items":[{"sku":"OAK_GRATER_SM","quantity":1,"line_item_key":"a"}],
             "actions":[{"type":"SET_DISPLAY_CURRENCY","data":{"currency":"USD","rate":0.75,"format_string":"US${{amount}}"}},{"type":"add_note","data":{"note":"from the connector"}}]}
            """
        );

        answer.Status.ShouldBe(200);
        answer.State["display_currency"]!["iso_code"]!.GetValue<string>().ShouldBe("USD");
        answer.State["display_exchange_rate"]!.GetValue<decimal>().ShouldBe(0.75m);
    }

    [Fact]
    public async Task Init_InitialData_TellsOfCountriesGatewaysAndFields()
    {
        var data = (await checkout.Init("""{"cart_items":[{"sku":"OAK_GRATER_SM","quantity":1}]}""")).Data["initial_data"]!;

        var canada = data["country_info"]!.AsArray().Single(c => c!["iso_code"]!.GetValue<string>() == "CA")!;
        canada["valid_for_shipping"]!.GetValue<bool>().ShouldBeTrue();
        canada["provinces"]!.AsArray().ShouldContain(p => p!["iso_code"]!.GetValue<string>() == "MB");
        data["external_payment_gateways"]![0]!["public_id"]!.GetValue<string>().ShouldStartWith("testgateway");
        data["general_settings"]!["checkout_process"]!["phone_number_required"]!.GetValue<bool>().ShouldBeFalse();
        data["requires_shipping"]!.GetValue<bool>().ShouldBeTrue();
        (
            data["supported_languages"]![0]!["enabled"]!.GetValue<int>(),
            data["supported_languages"]![0]!["out_of_date"]!.GetValue<int>()
        ).ShouldBe((1, 0));
        JsonNode.Parse(data["supported_languages"]![0]!["language_blob"]!.GetValue<string>())!["terms"].ShouldNotBeNull();
    }

    [Fact]
    public async Task InitResumeAndGet_CostWhatTheyMust()
    {
        const string Body = """{"cart_items":[{"sku":"OAK_GRATER_SM","quantity":1}],"customer":{"email_address":"ann@example.com"}}""";
        await checkout.Init(Body);

        var init = await checkout.Init(Body);
        var resumed = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{LocalCheckout.Shop}/resume",
            $$"""{"public_order_id":"{{init.OrderId}}"}"""
        );
        var read = await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}/{init.OrderId}");

        init.Cost.ShouldBe(2);
        resumed.Cost.ShouldBe(1);
        read.Cost.ShouldBe(1);
        read.State.ToJsonString().ShouldBe(init.State.ToJsonString());
        resumed.State.ToJsonString().ShouldBe(init.State.ToJsonString());
    }
}
