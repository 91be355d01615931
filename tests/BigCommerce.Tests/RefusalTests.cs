using System.Text;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>Whatever is refused is refused as a CheckoutError, and writes nothing.</summary>
[Collection(nameof(DemoHost))]
public sealed class RefusalTests(DemoHost host)
{
    public static TheoryData<string, string, string?, int> Refused =>
        new()
        {
            { "PUT", "checkouts/{id}/carts/{id}/items/12345", """{"lineItem":{"quantity":2}}""", 404 },
            { "DELETE", "checkouts/{id}/carts/other/items/{item}", null, 404 },
            { "PUT", "checkouts/{id}/carts/{id}/items/{item}", """{"lineItem":{"quantity":0}}""", 422 },
            { "PUT", "checkouts/{id}/carts/{id}/items/{item}", """{"lineItem":{"quantity":1.5}}""", 422 },
            { "PUT", "checkouts/{id}/carts/{id}/items/{item}", """{"lineItem":{"quantity":2,"listPrice":0.01}}""", 422 },
            { "PUT", "checkouts/{id}/carts/{id}/items/{item}", """{"lineItem":{"variantId":999999}}""", 422 },
            { "PUT", "checkouts/{id}/carts/{id}/items/{item}", "{}", 422 },
            { "POST", "checkouts/{id}/billing-address", """{"firstName":"John"}""", 422 },
            { "POST", "checkouts/{id}/billing-address", """{"country":"Atlantis"}""", 422 },
            { "POST", "checkouts/{id}/billing-address", "{ no json", 422 },
            { "PUT", "checkouts/{id}/billing-address/7", """{"country":"Canada","region":"MB","postalCode":"R3Y0L6"}""", 404 },
            { "POST", "checkouts/{id}/shipping-addresses", """{"country":"Canada","region":"Manitoba","postalCode":"12345"}""", 422 },
            { "PUT", "checkouts/{id}/shipping-addresses/7", """{"country":"Canada","region":"MB","postalCode":"R3Y0L6"}""", 404 },
            { "POST", "checkouts/{id}/giftcertificate", """{"giftCertificateCode":"NO-SUCH-CARD"}""", 422 },
            { "POST", "checkouts/{id}/giftcertificate", "{}", 422 },
            { "DELETE", "checkouts/{id}/giftcertificate/NO-SUCH-CARD", null, 404 },
            { "POST", "checkouts/{id}/coupon", """{"couponCode":"NOSUCHCODE"}""", 422 },
            { "POST", "checkouts/{id}/coupon", """{"couponCode":["SPRING"]}""", 422 },
            { "DELETE", "checkouts/{id}/coupon/NOSUCHCODE", null, 404 },
            { "GET", "checkouts/{id}/shipping-addresses/7/options", null, 404 },
            { "PUT", "checkouts/{id}/shipping-addresses/1/options/0", null, 404 },
            { "POST", "checkouts/{id}/order", """{"payment":{"name":"nobody"}}""", 422 },
            { "POST", "checkouts/{id}/order", """{"payment":{}}""", 422 },
            { "POST", "checkouts/{id}/order", "{}", 422 },
            { "POST", "checkouts/{id}/consignments", """[{"shippingAddressId":"7","lineItems":[{"itemId":"{item}"}]}]""", 404 },
            {
                "POST",
                "carts/{id}/items",
                """{"giftCertificates":[{"theme":"Birthday","amount":0.99,"quantity":1,"sender":{"name":"A","email":"a@example.com"},"recipient":{"name":"B","email":"b@example.com"}}]}""",
                422
            },
            {
                "POST",
                "carts/{id}/items",
                """{"giftCertificates":[{"theme":"Birthday","amount":1000.01,"quantity":1,"sender":{"name":"A","email":"a@example.com"},"recipient":{"name":"B","email":"b@example.com"}}]}""",
                422
            },
            {
                "POST",
                "carts/{id}/items",
                """{"giftCertificates":[{"theme":"Birthday","amount":10.005,"quantity":1,"sender":{"name":"A","email":"a@example.com"},"recipient":{"name":"B","email":"b@example.com"}}]}""",
                422
            },
            {
                "POST",
                "carts/{id}/items",
                """{"giftCertificates":[{"theme":"Easter","amount":10,"quantity":1,"sender":{"name":"A","email":"a@example.com"},"recipient":{"name":"B","email":"b@example.com"}}]}""",
                422
            },
            { "POST", "carts/{id}/items", """{"lineItems":[{"quantity":1,"variantId":999999}]}""", 422 },
            { "POST", "carts/{id}/items", """{"lineItems":[null]}""", 422 },
            { "POST", "carts/{id}/items", """{"giftCertificates":[null]}""", 422 },
            { "POST", "checkouts/{id}/consignments", "[null]", 422 },
            {
                "POST",
                "checkouts/{id}/consignments",
                """[{"address":{"address1":"1 Main St","city":"Winnipeg","stateOrProvinceCode":"MB","countryCode":"CA","postalCode":"R3Y0L6"},"lineItems":[null]}]""",
                422
            },
            {
                "POST",
                "checkouts/{id}/billing-address",
                """{"country":"Canada","region":"MB","postalCode":"R3Y0L6","customFields":[null]}""",
                422
            },
            { "PUT", "checkouts/{id}/consignments/7", """{"lineItems":[null]}""", 404 },
            { "DELETE", "checkouts/{id}/consignments/7", null, 404 },
            { "PUT", "checkout/{id}", """{"customerMessage":7}""", 422 },
            { "PUT", "orders/{number}", null, 422 },
            { "GET", "orders/12345", null, 404 },
            { "GET", "orders/twelve", null, 404 },
            { "GET", "checkouts/nosuchcheckout", null, 404 },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Call_ThatCannotBe_IsRefusedAndWritesNothing(string method, string path, string? body, int status)
    {
        var order = await host.Begin();
        var checkout = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!;
        var before = await Written(order);

        using var content = body is null ? null : new StringContent(Filled(body), Encoding.UTF8, "application/json");
        var answer = await host.Send(method, $"api/storefront/{Filled(path)}", null, Sign.Registered, content);

        answer.ShouldBe(status, "CheckoutError");
        answer.Body["errors"]![0]!["status"]!.GetValue<int>().ShouldBe(status);
        (await Written(order)).ShouldBe(before);

        string Filled(string text) =>
            text.Replace("{id}", order.Id, StringComparison.Ordinal)
                .Replace("{number}", checkout["orderId"]!.GetValue<string>(), StringComparison.Ordinal)
                .Replace(
                    "{item}",
                    checkout["cart"]!["lineItems"]![0]!["physicalItems"]![0]!["id"]!.GetValue<string>(),
                    StringComparison.Ordinal
                );
    }

    [Fact]
    public async Task Call_WrongCredentials_Is401AndWritesNothing()
    {
        var order = await host.Begin();
        var other = await host.Begin();
        var before = await Written(order);

        foreach (
            var sign in new[]
            {
                new Sign(),
                new Sign(Client: DemoHost.Client),
                new Sign(Client: DemoHost.Client, Token: "guessed"),
                new Sign(Client: "nobody", Token: DemoHost.ApiToken),
                new Sign(Bearer: "guessed"),
                new Sign(Bearer: DemoHost.ApiToken),
                Sign.Shopper(other),
            }
        )
        {
            (await host.Call("POST", $"checkouts/{order.Id}/coupon", SampleBodies.Coupon(), sign)).ShouldBe(401, "CheckoutError");
            (await host.Call("GET", $"checkouts/{order.Id}", sign: sign)).ShouldBe(401, "CheckoutError");
        }

        (await Written(order)).ShouldBe(before);
    }

    [Fact]
    public async Task GetOrder_OfAnotherShopper_Is401()
    {
        var order = await host.Begin();
        var other = await host.Begin();
        var number = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["orderId"]!.GetValue<string>();

        (await host.Call("GET", $"orders/{number}", sign: Sign.Shopper(other))).ShouldBe(401, "CheckoutError");
    }

    [Fact]
    public async Task Call_CheckoutOfAnotherShop_IsNotFoundAndWritesNothing()
    {
        var order = await host.Begin();
        var number = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["orderId"]!.GetValue<string>();
        var foreign = new Sign(Client: DemoHost.OtherClient, Token: DemoHost.ApiToken);
        var before = await Written(order);

        (await host.Call("GET", $"checkouts/{order.Id}", sign: foreign)).ShouldBe(404, "CheckoutError");
        (await host.Call("POST", $"checkouts/{order.Id}/coupon", SampleBodies.Coupon(), foreign)).ShouldBe(404, "CheckoutError");
        (await host.Call("DELETE", $"checkouts/{order.Id}/giftcertificate/GIFT-DEMO-0002", sign: foreign)).ShouldBe(404, "CheckoutError");
        (await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order(), foreign)).ShouldBe(404, "CheckoutError");
        (await host.Call("GET", $"orders/{number}", sign: foreign)).ShouldBe(404, "CheckoutError");
        (await host.Call("PUT", $"orders/{number}", sign: foreign)).ShouldBe(404, "CheckoutError");
        (await host.Call("GET", "checkouts", sign: foreign)).Body["data"]!.AsArray().ShouldBeEmpty();

        (await Written(order)).ShouldBe(before);
    }

    [Fact]
    public async Task Call_BodyLargerThanAMebibyte_Is413()
    {
        var order = await host.Begin();
        var body = SampleBodies.Coupon(new string('x', 1024 * 1024));

        (await host.Call("POST", $"checkouts/{order.Id}/coupon", body)).ShouldBe(413, "CheckoutError");
    }

    [Fact]
    public async Task PostOrder_Declined_IsRefusedAndLeavesTheOrderOpen()
    {
        var order = await host.Begin();
        await host.Call("POST", $"checkouts/{order.Id}/billing-address", SampleBodies.Address());
        await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", SampleBodies.Address());
        await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/0");

        (await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order("tok_decline"))).ShouldBe(422, "CheckoutError");

        (await host.State(order))["is_processed"]!.GetValue<bool>().ShouldBeFalse();
        (await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order("tok_visa"))).ShouldBe(201, "ResponseOrderData");
        (await host.Call("POST", $"checkouts/{order.Id}/coupon", SampleBodies.Coupon())).ShouldBe(422, "CheckoutError");
    }

    private async Task<string> Written(Begun order) => (await host.State(order)).ToJsonString() + await host.History(order);
}
