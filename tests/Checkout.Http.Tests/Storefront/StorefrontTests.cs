using System.Security.Cryptography;
using System.Text.Json;
using Checkout.Payments;
using Checkout.Payments.TestGateway;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class StorefrontTests(StartedHost host)
{
    [Fact]
    public async Task WholeCheckout_EndsProcessed_AndThenRefusesChanges()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Post("/discounts", """{"code":"SPRINGSALE2022_Q8RT4"}"""))
            .Ok()
            .Data.GetProperty("discount")
            .GetProperty("value")
            .GetInt64()
            .ShouldBe(470);
        (await checkout.Post("/taxes")).Ok().Data.GetProperty("taxes").GetArrayLength().ShouldBe(2);
        var paid = (await checkout.Pay("tok_visa")).Ok();
        paid.State.GetProperty("order_balance").GetInt64().ShouldBe(0);

        var placed = (await checkout.Post("/process_order")).Ok();
        placed.State.GetProperty("is_processed").GetBoolean().ShouldBeTrue();
        placed.State.GetProperty("payments")[0].GetProperty("status").GetString().ShouldBe("preAuthed");

        // The answer may have been lost: the same call again is told the outcome, at the cost of a read.
        var again = (await checkout.Post("/process_order")).Ok();
        again.State.GetRawText().ShouldBe(placed.State.GetRawText());
        foreach (
            var (method, path, body) in new[]
            {
                ("POST", "/addresses/shipping", (string?)Checkout.Winnipeg),
                ("DELETE", "/customer", null),
                ("PUT", "/items", """{"line_item_key":"grater","quantity":1}"""),
                ("POST", "/discounts", """{"code":"FREESHIPPING"}"""),
                ("PATCH", "/meta_data", """{"notes":"x"}"""),
            }
        )
        {
            var late = await checkout.Send(method, path, body);
            late.Status.ShouldBe(422, path);
            late.Field.ShouldBe("is_processed", path);
        }
    }

    [Fact]
    public async Task ProcessOrder_NothingFilledIn_NamesEverythingMissing()
    {
        var checkout = await host.NewOrder();
        var refused = await checkout.Post("/process_order");
        refused.Status.ShouldBe(422);
        Combinations(refused)
            .ShouldBe([
                "address/address_line_1/validation/shipping_address",
                "address/address_line_1/validation/billing_address",
                "order/email_address/validation/customer",
                "order/payment/validation/payment",
            ]);
        refused
            .Body.GetProperty("errors")[3]
            .GetProperty("message")
            .GetString()
            .ShouldBe("There are insufficient payments to cover this order");
    }

    [Fact]
    public async Task ProcessOrder_AddressesWithoutStreetOrName_NamesWhatIsMissing()
    {
        var place = """{"country":"Canada","country_code":"CA","province":"Manitoba","province_code":"MB","postal_code":"R3Y0L6"}""";
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_visa")).Ok();
        (await checkout.Put("/addresses/shipping", place)).Ok();
        (await checkout.Put("/addresses/billing", """{"address_line_1":"50 Fultz Blvd",""" + place[1..])).Ok();
        Combinations(await checkout.Post("/process_order"))
            .ShouldBe([
                "address/address_line_1/validation/shipping_address",
                "order/first_name/validation/billing_address",
                "order/last_name/validation/billing_address",
            ]);
        (await checkout.Put("/addresses/billing", place)).Ok();
        Combinations(await checkout.Post("/process_order"))
            .ShouldBe(["address/address_line_1/validation/shipping_address", "address/address_line_1/validation/billing_address"]);
    }

    [Theory]
    [InlineData("""{"sku":"NOPE","quantity":1,"line_item_key":"new"}""", "sku: the shop has no such product.")]
    [InlineData(
        """{"sku":"OAK_GRATER_SM","quantity":1,"line_item_key":"grater"}""",
        "line_item_key: the key is already used on this order."
    )]
    public async Task AddItem_Refused_SpeaksOfTheItemSent(string item, string message) =>
        (await (await host.NewOrder()).Post("/items", item)).Error.GetProperty("message").GetString().ShouldBe(message);

    [Fact]
    public async Task ProcessOrder_DeclinedCard_TellsAndTakesAnother()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_decline")).Ok();
        var declined = await checkout.Post("/process_order");
        declined.Status.ShouldBe(422);
        declined.Combination.ShouldBe(("order", "payment", "validation", "payment"));
        (await checkout.Delete("/payments", """{"token":"tok_decline"}""")).Ok().State.GetProperty("payments").GetArrayLength().ShouldBe(0);
        (await checkout.Pay("tok_visa")).Ok();
        (await checkout.Post("/process_order")).Ok().State.GetProperty("is_processed").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("5914")]
    public async Task ProcessOrder_AnotherCardAfterADecline_PaysAloneAndTheDeclinedOneIsAskedOnce(string? amount)
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_decline", amount)).Ok();
        (await checkout.Post("/process_order")).Status.ShouldBe(422);

        var payments = (await checkout.Pay("tok_mastercard", amount)).Ok().State.GetProperty("payments").EnumerateArray().ToList();
        payments.Select(p => (p.GetProperty("token").GetString(), p.GetProperty("amount").GetInt64())).ShouldBe([("tok_mastercard", 5914)]);
        (await checkout.Post("/process_order"))
            .Ok()
            .State.GetProperty("payments")[0]
            .GetProperty("status")
            .GetString()
            .ShouldBe("preAuthed");
        var asked = (await host.Service<ITestGatewayLedger>().Load(checkout.OrderId, CancellationToken.None)).Entries;
        asked.Select(e => (e.Outcome.Kind, e.Amount)).ShouldBe([(GatewayOutcomeKind.Declined, 5914), (GatewayOutcomeKind.Succeeded, 5914)]);
    }

    [Fact]
    public async Task ProcessOrder_CardThatWantsConfirmation_IsProcessedAfterIt()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_sca")).Ok();
        var asked = await checkout.Post("/process_order");
        asked.Status.ShouldBe(202);
        var secret = asked.Body.GetProperty("clientSecretToken").GetString();
        (await checkout.Post("/process_order")).Body.GetProperty("clientSecretToken").GetString().ShouldBe(secret);

        (
            await checkout.Post(
                "/payments/on_sca",
                $$"""{"order_id":"{{secret}}","public_order_id":"{{checkout.OrderId}}","gateway_type":"test"}"""
            )
        ).Ok();
        (await checkout.Post("/process_order")).Ok().State.GetProperty("is_processed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task OnSca_Declined_FreesTheBalance()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_sca")).Ok();
        (await checkout.Post("/process_order")).Status.ShouldBe(202);
        (await checkout.Post("/payments/on_sca", """{"gateway_type":"test","outcome":"declined"}""")).Status.ShouldBe(422);
        var state = (await checkout.Get("/refresh")).Ok().State;
        state.GetProperty("order_balance").GetInt64().ShouldBe(state.GetProperty("order_total").GetInt64());
    }

    [Fact]
    public async Task Batch_SharesOneCommit()
    {
        var checkout = await host.NewOrder();
        var answer = (
            await checkout.Batch(
                ("POST", "/customer/guest", JsonSerializer.Serialize(Checkout.John)),
                ("POST", "/addresses/shipping", Checkout.Winnipeg),
                ("POST", "/addresses/billing", Checkout.Winnipeg),
                ("POST", "/shipping_lines", """{"index":"0"}"""),
                ("GET", "/validate_discount_code", """{"discount_code":"FREESHIPPING"}""")
            )
        ).Ok();
        answer.Cost.ShouldBe(1);
        answer.Data.EnumerateArray().Select(part => part.GetProperty("status_code").GetInt32()).ShouldBe([200, 200, 200, 200, 200]);
        answer.Body.GetProperty("application_state").GetProperty("customer").GetProperty("first_name").GetString().ShouldBe("John");
        JsonElement.DeepEquals(answer.Body.GetProperty("application_state"), (await checkout.Get("/refresh")).State).ShouldBeTrue();
    }

    [Fact]
    public async Task Batch_StopsAtTheFirstRefusal_AndKeepsWhatWasDone()
    {
        var checkout = await host.NewOrder();
        var answer = await checkout.Batch(
            ("POST", "/customer/guest", Checkout.John),
            ("POST", "/addresses/shipping", """{"country":"Canada","country_code":"CA"}"""),
            ("DELETE", "/customer", "null")
        );
        answer.Status.ShouldBe(422);
        answer.Data.GetArrayLength().ShouldBe(2);
        answer.Data[1].GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0);
        (await checkout.Get("/customer")).Data.GetProperty("customer").GetProperty("last_name").GetString().ShouldBe("Doe");
    }

    [Theory]
    [InlineData("POST", "/batch")]
    [InlineData("POST", "/process_order")]
    [InlineData("GET", "/payments/iframe")]
    [InlineData("GET", "/nothing")]
    public async Task Batch_PartThatCannotBeOne_RefusesTheWhole(string method, string path)
    {
        var refused = await (await host.NewOrder()).Batch((method, path, "{}"));
        (refused.Status, refused.Field).ShouldBe((422, "endpoint"));
    }

    [Fact]
    public async Task SecondCustomer_IsRefused()
    {
        var checkout = await host.NewOrder();
        (await checkout.Post("/customer/guest", Checkout.John)).Ok();
        (await checkout.Post("/customer/guest", Checkout.John)).Combination.ShouldBe(
            ("validation", "customer", "validation", "customer_exists")
        );
        (await checkout.Delete("/customer")).Ok().State.GetProperty("customer").GetRawText().ShouldBe("[]");
    }

    [Fact]
    public async Task Guest_HasAPublicId_AndOneOfInitializeOrderIsNotChangedAsAGuest()
    {
        var guest = (await (await host.NewOrder()).Post("/customer/guest", Checkout.John)).Ok().Data.GetProperty("customer");
        guest.GetProperty("platform_id").GetString().ShouldBe("");
        guest.GetProperty("public_id").GetString()!.Length.ShouldBe(64);

        var given = await host.NewOrder(
            """ "customer":{"platform_id":null,"email_address":"jane@example.com","first_name":"Jane","last_name":"Doe"} """
        );
        (await given.Put("/customer/guest", Checkout.John)).Combination.ShouldBe(("validation", "customer", "validation", "customer"));
        (await given.Put("/customer", Checkout.John))
            .Ok()
            .Data.GetProperty("customer")
            .GetProperty("first_name")
            .GetString()
            .ShouldBe("John");
    }

    [Theory]
    [InlineData("john.doe@example.com", 200)]
    [InlineData("john+tag@example.com", 200)]
    [InlineData("john@unreachable.example", 200)]
    [InlineData("john@nowhere.example", 422)]
    [InlineData("not-an-address", 422)]
    public async Task ValidateEmail_ChecksFormAndDomain(string address, int status) =>
        (await (await host.NewOrder()).Get("/validate_email_address?email_address=" + address)).Status.ShouldBe(status);

    [Theory]
    [InlineData("R3Y0L6", 200)]
    [InlineData("90210", 422)]
    public async Task ValidateAddress_ReadsTheQuery(string postalCode, int status)
    {
        var answer = await (await host.NewOrder()).Get(
            $"/validate_address?country=Canada&country_code=CA&province=Manitoba&province_code=MB&postal_code={postalCode}"
        );
        answer.Status.ShouldBe(status);
        if (status == 200)
            answer.Data.GetRawText().ShouldBe("[]");
        else
            answer.Combination.ShouldBe(("address", "postal_code", "validation", ""));
    }

    [Fact]
    public async Task Address_WhereTheShopDoesNotShip_IsCritical()
    {
        var germany = """{"country":"Germany","country_code":"DE","postal_code":"10115"}""";
        var checkout = await host.NewOrder();
        (await checkout.Post("/addresses/shipping", germany)).Combination.ShouldBe(
            ("address", "country_code", "critical", "no_shipping_to_address")
        );
        (await checkout.Post("/addresses/billing", germany)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task ShippingLine_FallsAwayWithTheAddress_AndEstimatesChangeNothing()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        var newYork =
            """{"country":"United States","country_code":"US","province":"New York","province_code":"NY","postal_code":"10001"}""";
        (await checkout.Post("/shipping_lines/estimate", newYork))
            .Ok()
            .Data.GetProperty("shipping_lines")[0]
            .GetProperty("code")
            .GetString()
            .ShouldBe("ground");
        (await checkout.Get("/refresh"))
            .State.GetProperty("shipping")
            .GetProperty("selected_shipping")
            .GetProperty("code")
            .GetString()
            .ShouldBe("local");
        (await checkout.Put("/addresses/shipping", newYork))
            .Ok()
            .State.GetProperty("shipping")
            .GetProperty("selected_shipping")
            .ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Wallet_FromShippingToApproval_PaysTheOrder()
    {
        var checkout = await host.NewOrder();
        var id = (
            await checkout.Post(
                "/wallet_pay/create_order",
                """{"gateway_type":"paypal","payment_data":{"locale":"en","payment_type":"paypal"}}"""
            )
        )
            .Ok()
            .Data.GetProperty("payment_data")
            .GetProperty("id")
            .GetString();
        var shipping = (
            await checkout.Post(
                "/wallet_pay/on_shipping",
                $$$$"""{"gateway_type":"paypal","payment_data":{"paypal_order_id":"{{{{id}}}}","shipping_address":{"city":"Winnipeg","state":"MB","country_code":"CA","postal_code":"R3Y0L6"}}}"""
            )
        ).Ok();
        shipping.State.GetProperty("shipping").GetProperty("selected_shipping").GetProperty("code").GetString().ShouldBe("local");
        var approved = (
            await checkout.Post("/wallet_pay/on_approve", $$$"""{"gateway_type":"paypal","payment_data":{"paypal_order_id":"{{{id}}}"}}""")
        ).Ok();
        approved.State.GetProperty("order_balance").GetInt64().ShouldBe(0);
        (await checkout.Post("/taxes")).Ok();
        (await checkout.Post("/process_order")).Ok().State.GetProperty("is_processed").GetBoolean().ShouldBeTrue();
        var other = await (await host.NewOrder()).Post(
            "/wallet_pay/on_approve",
            $$$"""{"gateway_type":"paypal","payment_data":{"paypal_order_id":"{{{id}}}"}}"""
        );
        other.Combination.ShouldBe(("order", "order_retrieval", "critical", "wallet_pay"));
    }

    [Theory]
    [InlineData(
        """{"css_rules":[null,{},{"cssText":" a { color: red }"}],"media_rules":[null,{},{"conditionText":"print","cssRules":[null,{"cssText":"b {}"}]}]}""",
        """{"cssRules":[{"cssText":" a { color: red }"}],"mediaRules":[{"conditionText":"print","cssRules":[{"cssText":"b {}"}]}]}"""
    )]
    [InlineData("[]", """{"cssRules":[],"mediaRules":[]}""")]
    public async Task Styles_KeepsTheRulesThatSaySomething(string body, string kept) =>
        (await (await host.NewOrder()).Post("/payments/styles", body)).Ok().Data.GetProperty("style_sheet").GetRawText().ShouldBe(kept);

    [Fact]
    public async Task Order_ThatWouldOutgrowTheStore_IsRefusedAndCanShrink()
    {
        static string Entry(string name, int length) =>
            $$$"""{"cart_parameters":{"{{{name}}}":"{{{Convert.ToHexString(RandomNumberGenerator.GetBytes(length / 2))}}}"}}""";
        var checkout = await host.NewOrder();
        (await checkout.Patch("/meta_data", Entry("first", 200_000))).Ok();
        foreach (
            var (method, path, body) in new[]
            {
                ("PATCH", "/meta_data", Entry("second", 900_000)),
                (
                    "POST",
                    "/items",
                    """{"sku":"OAK_GRATER_SM","quantity":1,"line_item_key":"new","line_item_properties":""" + Entry("note", 900_000) + "}"
                ),
                (
                    "POST",
                    "/payments",
                    $$"""{"gateway_public_id":"{{Checkout.Gateway}}","token":"tok_visa","custom_attributes":"""
                        + Entry("note", 900_000)
                        + "}"
                ),
            }
        )
            (await checkout.Send(method, path, body)).Combination.ShouldBe(("order", "order", "validation", "size_limit"), path);
        (await checkout.Delete("/meta_data")).Ok();
        (await checkout.Patch("/meta_data", Entry("second", 200_000))).Ok();
    }

    [Fact]
    public async Task SmallCalls_AnswerAsClientsRead()
    {
        var checkout = await host.NewOrder();
        (await checkout.Post("/log", """{"message":"hello"}""")).Ok().Data.GetProperty("success").GetBoolean().ShouldBeTrue();
        (await checkout.Get("/check_inventory?stage=final"))
            .Ok()
            .Data.GetProperty("inventory_check")
            .GetProperty("result")
            .GetString()
            .ShouldBe("pass");
        (await checkout.Get("/paypal_fastlane/client_token")).Ok().Data.GetProperty("is_test_mode").GetBoolean().ShouldBeTrue();
        (await checkout.Get("/validate_discount_code?discount_code=FREESHIPPING")).Ok().Data.GetRawText().ShouldBe("{}");
        (await checkout.Get("/validate_discount_code?discount_code=NOPE")).Combination.ShouldBe(
            ("order", "discounts", "validation", "discounts")
        );
        (await checkout.Post("/app_hook", """{"hook":"h","uuid":"none"}""")).Field.ShouldBe("uuid");
    }

    private static IEnumerable<string> Combinations(Answer refused) =>
        refused
            .Body.GetProperty("errors")
            .EnumerateArray()
            .Select(e => $"{e.GetProperty("type")}/{e.GetProperty("field")}/{e.GetProperty("severity")}/{e.GetProperty("sub_type")}");
}
