using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>A browser that begins with nothing: its cart, its cookie, and what a page asks of the store.</summary>
[Collection(nameof(DemoHost))]
public sealed class VisitorTests(DemoHost host) : IDisposable
{
    private const string Origin = "http://localhost:3000";
    private const string Cart = """{"lineItems":[{"variantId":"5423","quantity":2}]}""";

    private readonly HttpClient browser = new(new HttpClientHandler { CookieContainer = new CookieContainer() })
    {
        BaseAddress = host.Address,
    };

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task Cart_OfAVisitor_IsBegun_AndTheCookieSignsInToIt()
    {
        (await Ask("GET", "api/storefront/carts")).Body.AsArray().ShouldBeEmpty();

        var cart = await Ask("POST", "api/storefront/carts", Cart);

        cart.Status.ShouldBe(200, cart.Text);
        var id = cart.Body["id"]!.GetValue<string>();
        cart.Body["lineItems"]!["physicalItems"]!.AsArray().Count.ShouldBe(1);
        cart.Body["currency"]!["code"]!.GetValue<string>().ShouldBe("CAD");
        (await Ask("GET", "api/storefront/carts")).Body[0]!["id"]!.GetValue<string>().ShouldBe(id);
        (await Ask("GET", $"api/storefront/carts/{id}")).Body["id"]!.GetValue<string>().ShouldBe(id);
        (await Ask("GET", $"api/storefront/checkout/{id}")).Body["id"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task Cookie_IsNotForScripts()
    {
        using var request = Request("POST", "api/storefront/carts", Cart, Origin);
        using var answer = await browser.SendAsync(request);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("path=/", Case.Insensitive);
    }

    /// <summary>The browser sends the cookie whoever's page asks: only the shop's own may change an order with it.</summary>
    [Theory]
    [InlineData("https://elsewhere.example.com", 401)]
    [InlineData(null, 401)]
    [InlineData(Origin, 200)]
    public async Task Cookie_ChangesAnOrder_ForPagesOfTheShopAlone(string? origin, int status)
    {
        var id = await Begin();

        var answer = await Ask("POST", $"api/storefront/checkouts/{id}/coupons", """{"couponCode":"SPRINGSALE2022_Q8RT4"}""", origin);

        answer.Status.ShouldBe(status, answer.Text);
    }

    [Fact]
    public async Task Cookie_OfOneCart_OpensNoOther()
    {
        await Begin();
        var other = await host.Begin();

        (await Ask("GET", $"api/storefront/checkout/{other.Id}")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("https://elsewhere.example.com")]
    [InlineData(null)]
    public async Task Cart_OfAPageOfNoShop_IsRefused(string? origin) =>
        (await Ask("POST", "api/storefront/carts", Cart, origin)).Status.ShouldBe(401);

    [Theory]
    [InlineData("""{"lineItems":[]}""")]
    [InlineData("""{"lineItems":[{"variantId":"no-such","quantity":1}]}""")]
    [InlineData("""{"lineItems":[{"variantId":"5423","quantity":1}],"currency":{"code":"USD"}}""")]
    public async Task Cart_ThatCannotBe_IsRefused(string body) => (await Ask("POST", "api/storefront/carts", body)).Status.ShouldBe(422);

    [Fact]
    public async Task Item_OfACart_IsChangedAndRemoved()
    {
        var id = await Begin();
        var item = (await Ask("GET", $"api/storefront/carts/{id}")).Body["lineItems"]!["physicalItems"]![0]!["id"]!.GetValue<string>();

        var changed = await Ask("PUT", $"api/storefront/carts/{id}/items/{item}", """{"lineItem":{"quantity":3}}""");
        var removed = await Ask("DELETE", $"api/storefront/carts/{id}/items/{item}");

        changed.Body["lineItems"]!["physicalItems"]![0]!["quantity"]!.GetValue<int>().ShouldBe(3);
        removed.Body["lineItems"]!["physicalItems"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cart_ThatIsDeleted_IsCanceled_AndTheVisitorHasNone()
    {
        var id = await Begin();

        (await Ask("DELETE", $"api/storefront/carts/{id}")).Status.ShouldBe(204);

        (await Ask("GET", "api/storefront/carts")).Body.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CAD", 200)]
    [InlineData("USD", 422)]
    public async Task Currency_IsTheShops(string code, int status)
    {
        var id = await Begin();

        (await Ask("POST", $"api/storefront/carts/{id}/currency", $$"""{"currencyCode":"{{code}}"}""")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Version_OfAnotherTime_IsAConflict_AndChangesNothing()
    {
        var id = await Begin();
        var version = (await Ask("GET", $"api/storefront/checkout/{id}")).Body["version"]!.GetValue<long>();
        const string Path = "api/storefront/checkouts/{0}/coupons";

        var stale = await Ask("POST", string.Format(null, Path, id), $$"""{"couponCode":"FREESHIPPING","version":{{version + 1}}}""");
        var fresh = await Ask("POST", string.Format(null, Path, id), $$"""{"couponCode":"FREESHIPPING","version":{{version}}}""");

        stale.Status.ShouldBe(409);
        stale.Body["type"]!.GetValue<string>().ShouldBe("version");
        fresh.Status.ShouldBe(200, fresh.Text);
        fresh.Body["coupons"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Store_IsDescribed_BeforeAnybodyIsSignedIn()
    {
        var settings = await Ask("GET", "api/storefront/checkout-settings");
        var fields = await Ask("GET", "api/storefront/form-fields");
        var billed = await Ask("GET", "internalapi/v1/store/countries");
        var shipped = await Ask("GET", "internalapi/v1/shipping/countries");

        var store = settings.Body["storeConfig"]!;
        store["currency"]!["code"]!.GetValue<string>().ShouldBe("CAD");
        store["checkoutSettings"]!["isSpamProtectionEnabled"]!.GetValue<bool>().ShouldBeFalse();
        fields.Body["shippingAddress"]!.AsArray().Select(f => f!["name"]!.GetValue<string>()).ShouldContain("countryCode");
        billed.Body["data"]!.AsArray().Select(c => c!["code"]!.GetValue<string>()).ShouldContain("CA");
        shipped.Body["data"]!.AsArray().Single(c => c!["code"]!.GetValue<string>() == "CA")!["subdivisions"]!
            .AsArray()
            .Select(p => p!["code"]!.GetValue<string>())
            .ShouldContain("MB");
    }

    [Fact]
    public async Task WhatShopsHereDoNotHave_IsSaidSo()
    {
        var id = await Begin();

        (await Ask("POST", "api/storefront/pickup-options", "{}")).Body["results"]!.AsArray().ShouldBeEmpty();
        var credit = await Ask("POST", $"api/storefront/checkouts/{id}/store-credit");
        (credit.Status, credit.Body["isStoreCreditApplied"]!.GetValue<bool>()).ShouldBe((200, false));
        var spam = await Ask("POST", $"api/storefront/checkouts/{id}/spam-protection", """{"token":"x"}""");
        (spam.Status, spam.Body["shouldExecuteSpamCheck"]!.GetValue<bool>()).ShouldBe((200, false));
        var signIn = await Ask("POST", "internalapi/v1/checkout/customer", """{"email":"a@example.com","password":"secret123"}""");
        (signIn.Status, signIn.Body["type"]!.GetValue<string>()).ShouldBe((422, "sign_in_elsewhere"));
        (await Ask("POST", "api/storefront/customer", "{}")).Status.ShouldBe(422);
        (await Ask("POST", "api/storefront/customer-address", Address)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Subscription_NamesTheGuest_AndIsNoted()
    {
        var id = await Begin();

        var noted = await Ask("POST", "api/storefront/subscriptions", """{"email":"a@example.com","acceptsMarketingNewsletter":true}""");

        noted.Body["acceptsMarketingNewsletter"]!.GetValue<bool>().ShouldBeTrue();
        var customer = (await host.State(new Begun(id, "")))["customer"]!;
        customer["email_address"]!.GetValue<string>().ShouldBe("a@example.com");
        customer["accepts_marketing"]!.GetValue<bool>().ShouldBeTrue();
        (await Ask("POST", "api/storefront/subscriptions", """{"email":"b@example.com"}""")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Order_PaidInTheForm_IsPlaced_AndUnpaidItIsNot()
    {
        var id = await ReadyToPay();
        var method = (await Ask("GET", $"api/storefront/payments?cartId={id}")).Body[0]!;
        method["type"]!.GetValue<string>().ShouldBe("PAYMENT_TYPE_OFFLINE");
        var body = $$"""{"cartId":"{{id}}","payment":{"name":"{{DemoHost.TestGateway}}"} }""";

        var unpaid = await Ask("POST", "internalapi/v1/checkout/order", body);
        await PayIn(method["initializationData"]!["formUrl"]!.GetValue<string>(), id);
        var placed = await Ask("POST", "internalapi/v1/checkout/order", body);

        (unpaid.Status, unpaid.Body["type"]!.GetValue<string>()).ShouldBe((422, "payment"));
        placed.Status.ShouldBe(201, placed.Text);
        var number = placed.Body["data"]!["order"]!["orderId"]!.ToString();
        var order = await Ask("GET", $"api/storefront/orders/{number}");
        order.Body["isComplete"]!.GetValue<bool>().ShouldBeTrue();
        (await Ask("GET", "api/storefront/carts")).Body.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Order_OfAnotherCart_IsNotPlaced()
    {
        await ReadyToPay();
        var other = await host.Begin();

        (await Ask("POST", "internalapi/v1/checkout/order", $$"""{"cartId":"{{other.Id}}"}""")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("api/storefront/carts")]
    [InlineData("api/storefront/no/such/path")]
    [InlineData("internalapi/v1/checkout/order")]
    [InlineData("internalapi/v2/anything")]
    public async Task Preflight_OnEveryPath_LetsTheShopsPageIn(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", Origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-checkout-sdk-version,x-api-internal");
        using var answer = await browser.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(204);
        answer.Headers.GetValues("Access-Control-Allow-Origin").Single().ShouldBe(Origin);
        answer.Headers.GetValues("Access-Control-Allow-Credentials").Single().ShouldBe("true");
    }

    private const string Address = """
        {"firstName":"Alex","lastName":"Roy","email":"alex.roy@example.com","address1":"50 Fultz Blvd","city":"Winnipeg",
         "stateOrProvince":"Manitoba","stateOrProvinceCode":"MB","country":"Canada","countryCode":"CA","postalCode":"R3Y 0L6"}
        """;

    private async Task<string> Begin() => (await Ask("POST", "api/storefront/carts", Cart)).Body["id"]!.GetValue<string>();

    private async Task<string> ReadyToPay()
    {
        var id = await Begin();
        (await Ask("POST", $"api/storefront/checkouts/{id}/billing-address", Address)).Status.ShouldBe(200);
        var checkout = (await Ask("GET", $"api/storefront/checkout/{id}")).Body;
        var item = checkout["cart"]!["lineItems"]!["physicalItems"]![0]!["id"]!.GetValue<string>();
        var sent = await Ask(
            "POST",
            $"api/storefront/checkouts/{id}/consignments",
            $$"""[{"address":{{Address}},"lineItems":[{"itemId":"{{item}}","quantity":2}]}]"""
        );
        var consignment = sent.Body["consignments"]![0]!["id"]!.GetValue<string>();
        (await Ask("PUT", $"api/storefront/checkouts/{id}/consignments/{consignment}", """{"shippingOptionId":"0"}""")).Status.ShouldBe(
            200
        );
        return id;
    }

    /// <summary>What the gateway's form does once the shopper has given a card: it signs in with the token of its own address.</summary>
    private async Task PayIn(string form, string id)
    {
        var token = System.Web.HttpUtility.ParseQueryString(new Uri(form).Query)["token"]!;
        await host.Storefront(
            new Begun(id, token),
            "POST",
            "payments",
            new JsonObject { ["gateway_public_id"] = DemoHost.TestGateway, ["token"] = "tok_visa" }
        );
    }

    private async Task<Answer> Ask(string method, string path, string? body = null, string? origin = Origin)
    {
        using var request = Request(method, path, body, origin);
        using var answer = await browser.SendAsync(request);
        return new Answer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), -1);
    }

    private static HttpRequestMessage Request(string method, string path, string? body, string? origin)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("application/vnd.bc.v1+json");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }
}
