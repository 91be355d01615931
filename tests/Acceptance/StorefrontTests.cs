using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Acceptance;

[Collection(nameof(CheckoutUnderTest))]
public sealed class StorefrontTests(CheckoutUnderTest checkout)
{
    private const string TestGateway = "testgateway00000000000000000000000000000000000000000000000000001";
    private const string Address = """
        {"first_name":"Jane","last_name":"Doe","address_line_1":"50 Fultz Blvd","city":"Winnipeg","province":"Manitoba","province_code":"MB",
         "country":"Canada","country_code":"CA","postal_code":"R3Y 0L6","phone_number":"2042000000"}
        """;

    [Fact]
    public async Task AWholeCheckout_IsPaidAndThenClosed()
    {
        var (order, jwt) = await Begin();
        foreach (
            var (path, body) in new[]
            {
                ("customer/guest", """{"first_name":"Jane","last_name":"Doe","email_address":"jane@example.com"}"""),
                ("addresses/shipping", Address),
                ("addresses/billing", Address),
                ("discounts", """{"code":"SPRINGSALE2022_Q8RT4"}"""),
            }
        )
            await Must(order, jwt, HttpMethod.Post, path, body);
        var lines = await Must(order, jwt, HttpMethod.Get, "shipping_lines");
        lines.Data["shipping_lines"]!.AsArray().ShouldNotBeEmpty();
        await Must(order, jwt, HttpMethod.Post, "shipping_lines", """{"index":"0"}""");
        var priced = await Must(order, jwt, HttpMethod.Post, "taxes");
        priced.State["order_balance"]!.GetValue<long>().ShouldBe(priced.Total);
        await Must(order, jwt, HttpMethod.Post, "payments", $$"""{"gateway_public_id":"{{TestGateway}}","token":"tok_visa"}""");

        var processed = await Must(order, jwt, HttpMethod.Post, "process_order");

        processed.Total.ShouldBe(priced.Total);
        processed.State["order_balance"]!.GetValue<long>().ShouldBe(0);
        processed.State["is_processed"]!.GetValue<bool>().ShouldBeTrue();
        var late = await checkout.Storefront(HttpMethod.Post, order, jwt, "discounts", JsonNode.Parse("""{"code":"CHOPCHOP"}"""));
        late.Status.ShouldBe(422);
        late.Refusal.ShouldBe("is_processed");
    }

    [Fact]
    public async Task ATokenOfAnotherOrder_IsRefused()
    {
        var (order, _) = await Begin();
        var (_, foreign) = await Begin();

        var refused = await checkout.Storefront(HttpMethod.Get, order, foreign, "refresh");

        refused.Status.ShouldBe(401);
        refused.Json.ToJsonString().ShouldContain("Invalid JWT");
    }

    [Fact]
    public async Task ChangesAtOnce_AllTakeEffect()
    {
        var (order, jwt) = await Begin();

        var answers = await Task.WhenAll(
            checkout.Storefront(
                HttpMethod.Post,
                order,
                jwt,
                "customer/guest",
                JsonNode.Parse("""{"first_name":"Jane","last_name":"Doe","email_address":"jane@example.com"}""")
            ),
            checkout.Storefront(HttpMethod.Post, order, jwt, "addresses/shipping", JsonNode.Parse(Address)),
            checkout.Storefront(HttpMethod.Post, order, jwt, "addresses/billing", JsonNode.Parse(Address))
        );

        answers.ShouldAllBe(answer => answer.Status == 200);
        var state = (await Must(order, jwt, HttpMethod.Get, "refresh")).State;
        state["customer"]!["email_address"]!.GetValue<string>().ShouldBe("jane@example.com");
        state["addresses"]!["shipping"]!["city"]!.GetValue<string>().ShouldBe("Winnipeg");
        state["addresses"]!["billing"]!["city"]!.GetValue<string>().ShouldBe("Winnipeg");
    }

    [Fact]
    public async Task TheOtherDialect_SeesTheSameOrder()
    {
        var (order, jwt) = await Begin();
        var state = (await Must(order, jwt, HttpMethod.Get, "refresh")).State;

        var facade = await checkout.Send(HttpMethod.Get, $"api/storefront/checkouts/{order}", bearer: jwt);

        facade.Status.ShouldBe(200, facade.ToString());
        facade.Data["id"]!.GetValue<string>().ShouldBe(order);
        facade.Data["grandTotal"]!.GetValue<decimal>().ShouldBe(state["order_total"]!.GetValue<long>() / 100m);
    }

    private async Task<(string Order, string Jwt)> Begin()
    {
        var begun = await checkout.Backend(
            HttpMethod.Post,
            "init",
            JsonNode.Parse("""{"cart_items":[{"sku":"OAK_GRATER_SM","quantity":2,"line_item_key":"grater"}]}""")
        );
        begun.Status.ShouldBe(200, begun.ToString());
        return (begun.OrderId, begun.Jwt);
    }

    private async Task<Answer> Must(string order, string jwt, HttpMethod method, string path, string? body = null)
    {
        var answer = await checkout.Storefront(method, order, jwt, path, body is null ? null : JsonNode.Parse(body));
        answer.Status.ShouldBe(200, $"{method} {path}: {answer}");
        return answer;
    }
}
