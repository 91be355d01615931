using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.Pipeline;
using Checkout.Orders;
using Checkout.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>Today's API, in the shapes that its media type asks for. The platform's SDK itself is driven by tests/bigcommerce-sdk.</summary>
[Collection(nameof(DemoHost))]
public sealed class SdkApiTests(DemoHost host)
{
    private const string Origin = "http://localhost:3000";
    private const string GiftCards = "giftcardgateway0000000000000000000000000000000000000000000000001";

    [Fact]
    public async Task GetCheckout_ByMediaType_IsFlatAndCostsOneTransaction()
    {
        var order = await host.Begin();

        var answer = await Call("GET", $"checkouts/{order.Id}");

        (answer.Status, answer.Cost).ShouldBe((200, 1));
        answer.Body["id"]!.GetValue<string>().ShouldBe(order.Id);
        answer.Body["cart"]!["lineItems"]!["physicalItems"]!.AsArray().Count.ShouldBe(2);
        answer.Body["orderId"].ShouldBeNull();
        (await Call("GET", $"checkout/{order.Id}")).Text.ShouldBe(answer.Text);
        (await Call("GET", $"checkout/{order.Id}?include=consignments.availableShippingOptions")).Cost.ShouldBe(1);
    }

    [Fact]
    public async Task Refusal_ByMediaType_IsOneErrorWithoutAList()
    {
        var order = await host.Begin();

        var answer = await Call("POST", $"checkouts/{order.Id}/coupons", SampleBodies.Coupon("NOSUCHCODE"));

        answer.Status.ShouldBe(422);
        answer.Body.AsObject().Select(p => p.Key).ShouldBe(["status", "title", "type", "detail", "code", "message"], ignoreOrder: true);
        answer.Body["status"]!.GetValue<int>().ShouldBe(422);
    }

    [Fact]
    public async Task BillingAddress_OfAGuestWithEmailOnly_NamesThemAndIsCompletedAtItsId()
    {
        var order = await host.Begin();

        var named = await Call("POST", $"checkouts/{order.Id}/billing-address", new JsonObject { ["email"] = "john.doe@example.com" });
        var id = named.Body["billingAddress"]!["id"]!.GetValue<string>();
        var billed = await Call("PUT", $"checkouts/{order.Id}/billing-address/{id}", Address());

        named.Status.ShouldBe(200, named.Text);
        named.Cost.ShouldBe(1);
        billed.Body["billingAddress"]!["address1"]!.GetValue<string>().ShouldBe("50 Fultz Blvd");
        billed.Body["billingAddress"]!["email"]!.GetValue<string>().ShouldBe("john.doe@example.com");
        (await host.State(order))["customer"]!["first_name"]!.GetValue<string>().ShouldBe("");
        (await Call("POST", $"checkouts/{order.Id}/billing-address", new JsonObject { ["email"] = "nobody" })).Status.ShouldBe(422);
        (await Call("PUT", $"checkouts/{order.Id}/billing-address/7", new JsonObject { ["email"] = "a@example.com" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Consignment_Changed_TakesAddressItemsAndOption()
    {
        var order = await host.Begin();
        var items = (await Call("GET", $"checkouts/{order.Id}")).Body["cart"]!["lineItems"]!["physicalItems"]!
            .AsArray()
            .Select(i => i!["id"]!.GetValue<string>())
            .ToList();
        await Call("POST", $"checkouts/{order.Id}/consignments", new JsonArray(Consignment(Address(), items[0])));
        await Call("POST", $"checkouts/{order.Id}/consignments", new JsonArray(Consignment(Address("1 Main St"), items[0])));
        await Call("PUT", $"checkouts/{order.Id}/consignments/2", Consignment(Address("2 Main St"), items[1]));

        var chosen = await Call("PUT", $"checkouts/{order.Id}/consignments/2", new JsonObject { ["shippingOptionId"] = "1" });

        chosen.Status.ShouldBe(200, chosen.Text);
        var consignments = chosen.Body["consignments"]!.AsArray();
        consignments.Select(c => c!["lineItemIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>()).ShouldBe(items);
        consignments.Select(c => c!["shippingAddress"]!["address1"]!.GetValue<string>()).ShouldBe(["50 Fultz Blvd", "2 Main St"]);
        consignments.Sum(c => c!["shippingCost"]!.GetValue<decimal>()).ShouldBe(9.50m);
        (await Call("PUT", $"checkouts/{order.Id}/consignments/2", new JsonObject())).Status.ShouldBe(422);
        (await Call("PUT", $"checkouts/{order.Id}/consignments/7", new JsonObject { ["shippingOptionId"] = "1" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Consignment_FirstDeleted_LeavesTheNextInItsPlaceAndThenNone()
    {
        var order = await host.Begin();
        var items = (await Call("GET", $"checkouts/{order.Id}")).Body["cart"]!["lineItems"]!["physicalItems"]!
            .AsArray()
            .Select(i => i!["id"]!.GetValue<string>())
            .ToList();
        await Call(
            "POST",
            $"checkouts/{order.Id}/consignments",
            new JsonArray(Consignment(Address(), items[0]), Consignment(Address("1 Main St"), items[1]))
        );

        var one = await Call("DELETE", $"checkouts/{order.Id}/consignments/1");
        var left = one.Body["consignments"]!.AsArray().ShouldHaveSingleItem()!;
        var none = await Call("DELETE", $"checkouts/{order.Id}/consignments/{left["id"]!.GetValue<string>()}");

        one.Cost.ShouldBe(1);
        left["shippingAddress"]!["address1"]!.GetValue<string>().ShouldBe("1 Main St");
        left["lineItemIds"]!.AsArray().Count.ShouldBe(2);
        none.Body["consignments"]!.AsArray().ShouldBeEmpty();
        (await host.State(order))["shipping"]!["available_shipping_lines"]!.AsArray().ShouldBeEmpty();
        (await Call("DELETE", $"checkouts/{order.Id}/consignments/1")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task PutCheckout_CustomerMessage_IsOnTheOrder()
    {
        var order = await host.Begin();

        (await Call("PUT", $"checkout/{order.Id}", new JsonObject { ["customerMessage"] = "Ring twice" })).Body["customerMessage"]!
            .GetValue<string>()
            .ShouldBe("Ring twice");
        (await host.Call("PUT", $"checkouts/{order.Id}", new JsonObject { ["customerMessage"] = "" })).ShouldBe(200, "Checkout");

        (await host.State(order))["order_meta_data"]!["notes"]!.GetValue<string>().ShouldBe("");
        (await host.Call("PUT", $"checkouts/{order.Id}", new JsonObject())).ShouldBe(422, "CheckoutError");
        (await host.Call("PUT", $"checkouts/{order.Id}", new JsonObject { ["customerMessage"] = new string('x', 5001) })).ShouldBe(
            422,
            "CheckoutError"
        );
    }

    [Theory]
    [InlineData("JPY", 0, "9000")]
    [InlineData("KWD", 3, "9.000")]
    public async Task Checkout_CurrencyOfOtherDigits_IsExact(string currency, int digits, string total)
    {
        var shops = host.Services.GetRequiredService<IShops>();
        var demo = (await shops.Find(DemoHost.Shop, CancellationToken.None))!;
        var identifier = $"shopwith{currency}".ToLowerInvariant();
        var token = demo.ApiTokens[0] with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identifier))) };
        (
            await shops.Save(
                demo with
                {
                    Identifier = identifier,
                    Currency = currency,
                    ApiTokens = [token],
                    StorefrontClients = [],
                },
                etag: null,
                CancellationToken.None
            )
        ).Succeeded.ShouldBeTrue();
        var answer = await host.Send(
            "POST",
            $"checkout/orders/{identifier}/init",
            new JsonObject
            {
                ["cart_items"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "1",
                        ["title"] = "Board",
                        ["quantity"] = 2,
                        ["price"] = 4500,
                        ["weight"] = 10,
                        ["taxable"] = true,
                        ["requires_shipping"] = true,
                        ["line_item_key"] = "board",
                    }
                ),
            },
            new Sign(Bearer: identifier)
        );
        answer.Status.ShouldBe(200, answer.Text);
        var order = new Begun(
            answer.Body["data"]!["public_order_id"]!.GetValue<string>(),
            answer.Body["data"]!["jwt_token"]!.GetValue<string>()
        );

        var page = (await host.Call("GET", $"checkouts/{order.Id}", sign: Sign.Shopper(order))).ShouldBe(200, "CheckoutEnvelope");
        var current = await Call("GET", $"checkouts/{order.Id}", sign: Sign.Shopper(order));

        var expected = decimal.Parse(total, CultureInfo.InvariantCulture);
        page.Body["data"]!["grandTotal"]!.GetValue<decimal>().ShouldBe(expected);
        current.Body["grandTotal"]!.GetValue<decimal>().ShouldBe(expected);
        current.Body["cart"]!["currency"]!["decimalPlaces"]!.GetValue<int>().ShouldBe(digits);
    }

    [Fact]
    public async Task PageOfAnotherOrigin_MaySendTheSdksHeaders_AndReadsWhyItIsRefused()
    {
        var order = await host.Begin();
        string[] sent =
        [
            "X-Checkout-SDK-Version",
            "X-Checkout-Variant",
            "X-API-INTERNAL",
            "X-XSRF-TOKEN",
            "Content-Type",
            "Accept",
            "Authorization",
        ];

        using var preflight = await host.Raw(
            "OPTIONS",
            $"api/storefront/checkout/{order.Id}",
            ("Origin", Origin),
            ("Access-Control-Request-Method", "PUT")
        );
        var allowed = preflight.Headers.GetValues("Access-Control-Allow-Headers").Single().Split(", ");
        foreach (var header in sent)
            allowed.ShouldContain(header, StringComparer.OrdinalIgnoreCase);

        foreach (
            var (method, path, status) in new[]
            {
                ("GET", $"checkouts/{order.Id}", 401),
                ("PATCH", $"checkouts/{order.Id}", 405),
                ("GET", "no/such/thing", 404),
            }
        )
        {
            using var refused = await host.Raw(method, $"api/storefront/{path}", ("Origin", Origin));
            var text = await refused.Content.ReadAsStringAsync();
            new Answer((int)refused.StatusCode, text, 0).ShouldBe(status, "CheckoutError");
            refused.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Origin], path);
            refused.Headers.GetValues("Access-Control-Allow-Credentials").ShouldBe(["true"]);
        }

        using var foreign = await host.Raw("GET", $"api/storefront/checkouts/{order.Id}", ("Origin", "https://elsewhere.example"));
        foreign.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Address_OfThePageWithoutNamesAndWithANumberInAField_IsTaken()
    {
        var order = await host.Begin();
        var address = SampleBodies.Address();
        address.Remove("firstName");
        address.Remove("lastName");
        address["customFields"] = new JsonArray(new JsonObject { ["fieldId"] = "field_25", ["fieldValue"] = 7 });

        var answer = (await host.Call("POST", $"checkouts/{order.Id}/billing-address", address)).Body["billingAddress"];

        answer.ShouldNotBeNull();
        answer["email"]!.GetValue<string>().ShouldBe("john.doe@example.com");
        answer["customFields"]![0]!["fieldValue"]!.GetValue<int>().ShouldBe(7);
    }

    [Fact]
    public async Task SubmitOrder_OfAnOrderWhereTenCodesWereGuessed_HasToWait()
    {
        var (guessed, other) = (await host.Begin(), await host.Begin());
        var guess = new JsonObject { ["gateway_public_id"] = GiftCards, ["type"] = "gift_card" };
        for (var i = 0; i < TenderTries.MostOfAnOrder; i++)
        {
            guess["token"] = $"GUESS-{i}";
            var path = $"checkout/storefront/{DemoHost.Shop}/{guessed.Id}/payments";
            (await host.Send("POST", path, guess, Sign.Shopper(guessed))).Status.ShouldBe(422);
        }

        (await Submit(guessed)).Status.ShouldBe(429);
        (await Submit(other)).Status.ShouldBe(422);

        Task<Answer> Submit(Begun order) => host.Send("POST", "internalapi/v1/checkout/order", new JsonObject(), Sign.Shopper(order));
    }

    [Fact]
    public async Task SavedAddress_BesideOneThatWasSavedElsewhere_JoinsIt()
    {
        var order = await BeginSignedIn();
        var customers = host.Services.GetRequiredService<ICustomerStore>();
        (await Save(order, "1 Main St")).Status.ShouldBe(200);
        var record = (await Record(order))!;
        record.CreatedAt.ShouldNotBeNull();
        var elsewhere = record.SavedAddresses[0] with { AddressLine1 = "2 Main St" };
        await customers.Save(DemoHost.Shop, record with { SavedAddresses = record.SavedAddresses.Add(elsewhere) }, CancellationToken.None);

        var saved = await Save(order, "3 Main St");

        saved.Status.ShouldBe(200, saved.Text);
        (await Record(order))!.SavedAddresses.Select(a => a.AddressLine1).ShouldBe(["1 Main St", "2 Main St", "3 Main St"]);
    }

    [Fact]
    public async Task SavedAddress_OfAClosedOrder_IsSavedNowhere()
    {
        var order = await BeginSignedIn();
        (
            await host.Send(
                "POST",
                $"checkout/orders/{DemoHost.Shop}/{order.Id}/cancel",
                new JsonObject { ["reason"] = "test" },
                Sign.BackOffice
            )
        ).Status.ShouldBe(200);

        (await Save(order, "1 Main St")).Status.ShouldBe(422);

        (await Record(order)).ShouldBeNull();
    }

    [Fact]
    public async Task SavedAddress_OfACustomerWithAHundred_IsRefused()
    {
        var order = await BeginSignedIn();
        (await Save(order, "1 Main St")).Status.ShouldBe(200);
        var record = (await Record(order))!;
        var hundred = record with { SavedAddresses = [.. Enumerable.Repeat(record.SavedAddresses[0], 100)] };
        await host.Services.GetRequiredService<ICustomerStore>().Save(DemoHost.Shop, hundred, CancellationToken.None);

        (await Save(order, "2 Main St")).Status.ShouldBe(422);

        (await Record(order))!.SavedAddresses.Length.ShouldBe(100);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Payments_AskedForByAShopper_OpenWithTheirOwnTokenHoweverOften(bool isShown)
    {
        var order = await host.Begin();
        var halfOver = new FakeTimeProvider(DateTimeOffset.UtcNow - (JwtIssuer.Lifetime / 2));
        var own = await new JwtIssuer(host.Services.GetRequiredService<SigningKeys>(), halfOver).Issue(
            DemoHost.Shop,
            order.Id,
            CancellationToken.None
        );

        var first = await TokenOfForm();
        var second = await TokenOfForm();

        (first, second).ShouldBe((own, own));

        async Task<string> TokenOfForm()
        {
            using var answer = await host.Raw(
                "GET",
                "api/storefront/payments",
                ("Accept", "application/vnd.bc.v1+json"),
                ("Origin", Origin),
                isShown ? ("Authorization", $"Bearer {own}") : ("Cookie", $"checkout_session={own}")
            );
            var text = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).ShouldBe(200, text);
            var form = new Uri(JsonNode.Parse(text)![0]!["initializationData"]!["formUrl"]!.GetValue<string>());
            return System.Web.HttpUtility.ParseQueryString(form.Query)["token"]!;
        }
    }

    private async Task<Begun> BeginSignedIn()
    {
        var customer = new JsonObject
        {
            ["platform_id"] = $"p-{Guid.NewGuid():N}",
            ["first_name"] = "Alex",
            ["last_name"] = "Roy",
            ["email_address"] = "alex.roy@example.com",
        };
        var body = new JsonObject { ["cart_items"] = new JsonArray(DemoHost.Item("KLS_472945", 1, "board")), ["customer"] = customer };
        var answer = await host.Send("POST", $"checkout/orders/{DemoHost.Shop}/init", body, Sign.BackOffice);
        answer.Status.ShouldBe(200, answer.Text);
        var data = answer.Body["data"]!;
        return new Begun(data["public_order_id"]!.GetValue<string>(), data["jwt_token"]!.GetValue<string>());
    }

    private Task<Answer> Save(Begun order, string street) => Call("POST", "customer-address", Address(street), Sign.Shopper(order));

    private async Task<CustomerRecord?> Record(Begun order)
    {
        var stored = await host.Services.GetRequiredService<IOrderStore>().Load(order.Id, CancellationToken.None);
        return await host
            .Services.GetRequiredService<ICustomerStore>()
            .Find(DemoHost.Shop, stored!.Order.Customer!.PublicId!, CancellationToken.None);
    }

    private Task<Answer> Call(string method, string path, JsonNode? body = null, Sign? sign = null) =>
        host.Send(method, $"api/storefront/{path}", body, (sign ?? Sign.Registered) with { Accept = "application/vnd.bc.v1+json" });

    private static JsonObject Consignment(JsonObject address, string item) =>
        new() { ["address"] = address, ["lineItems"] = new JsonArray(new JsonObject { ["itemId"] = item }) };

    private static JsonObject Address(string street = "50 Fultz Blvd") =>
        new()
        {
            ["firstName"] = "John",
            ["lastName"] = "Doe",
            ["address1"] = street,
            ["city"] = "Winnipeg",
            ["stateOrProvince"] = "Manitoba",
            ["stateOrProvinceCode"] = "MB",
            ["countryCode"] = "CA",
            ["postalCode"] = "R3Y0L6",
            ["shouldSaveAddress"] = false,
        };
}
