using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

[Collection(LocalCheckouts.Name)]
public sealed class SignInTests(LocalCheckout checkout)
{
    private const string Missing = "woiph4vhqss9jjr50lR5am7IWurQ8FdbmtdOj4aaFIOfFiFGcvhY6x1t6eT0GoBx";

    [Theory]
    [InlineData(null, 401, "missing_token")]
    [InlineData("wrong", 401, "invalid_token")]
    [InlineData(LocalCheckout.OtherShopsToken, 401, "invalid_token")]
    [InlineData(LocalCheckout.ReadOnlyToken, 403, "missing_scope")]
    public async Task Backend_TokenThatDoesNotHold_IsRefused(string? token, int status, string reason)
    {
        var answer = await checkout.Init(token: token);

        answer.Status.ShouldBe(status);
        answer.SubType.ShouldBe(reason);
        answer.Error["type"]!.GetValue<string>().ShouldBe("authorization");
        answer.Error["severity"]!.GetValue<string>().ShouldBe("critical");
    }

    /// <summary>Connectors throw the text of <c>error_description</c> where there is one, and an entry of errors as it is otherwise.</summary>
    [Theory]
    [InlineData("wrong", "invalid_token")]
    [InlineData(LocalCheckout.ReadOnlyToken, "insufficient_scope")]
    public async Task ShopInfo_TokenThatDoesNotHold_IsExplainedInOAuthsWords(string token, string error)
    {
        var answer = await checkout.Send(HttpMethod.Get, "/shops/v1/info", token: token);

        answer.Json["error"]!.GetValue<string>().ShouldBe(error);
        answer.Json["error_description"]!.GetValue<string>().ShouldBe(answer.Error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Backend_TokenWithoutTheWordBearer_Passes()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/orders/{LocalCheckout.Shop}/init");
        request.Headers.TryAddWithoutValidation("Authorization", LocalCheckout.Token);

        (await checkout.Send(request, token: null)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Backend_ReadScope_Reads()
    {
        var order = (await checkout.Init()).OrderId;

        (
            await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}/{order}", token: LocalCheckout.ReadOnlyToken)
        ).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Backend_OrderOfAnotherShop_IsNotFound()
    {
        var order = (await checkout.Init()).OrderId;

        var answer = await checkout.Send(
            HttpMethod.Get,
            $"/checkout/orders/{LocalCheckout.OtherShop}/{order}",
            token: LocalCheckout.OtherShopsToken
        );

        answer.Status.ShouldBe(404);
        answer.SubType.ShouldBe("not_found");
    }

    [Theory]
    [InlineData("GET", "/checkout/orders/zp3oafdor9/" + Missing)]
    [InlineData("GET", "/checkout/orders/noshop/" + Missing)]
    [InlineData("POST", "/checkout/orders/noshop/init")]
    [InlineData("DELETE", "/checkout/orders/zp3oafdor9/" + Missing + "/customer")]
    [InlineData("GET", "/checkout/orders/zp3oafdor9/%27%20or%20%2a")]
    public async Task Backend_UnknownShopOrOrder_IsNotFound(string method, string path)
    {
        var answer = await checkout.Send(new HttpMethod(method), path);

        answer.Status.ShouldBe(404);
        answer.Field.ShouldBe("public_order_id");
        answer.SubType.ShouldBe("not_found");
    }

    [Fact]
    public async Task ShopInfo_TokenDecidesTheShop_AndTheAnswerIsFlat()
    {
        var demo = await checkout.Send(HttpMethod.Get, "/shops/v1/info");
        var other = await checkout.Send(HttpMethod.Get, "/shops/v1/info", token: LocalCheckout.OtherShopsToken);

        demo.Json["shop_identifier"]!.GetValue<string>().ShouldBe(LocalCheckout.Shop);
        demo.Json["currency"]!.GetValue<string>().ShouldBe("CAD");
        demo.Json["currency_precision"]!.GetValue<int>().ShouldBe(2);
        demo.Json["address_2"]!.GetValue<string>().ShouldBe("Suite 200");
        other.Json["shop_identifier"]!.GetValue<string>().ShouldBe(LocalCheckout.OtherShop);
        (await checkout.Send(HttpMethod.Get, "/shops/v1/info", token: "nobody")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Preflight_KnownOrigin_IsAllowedWithCredentials()
    {
        var answer = await checkout.Send(Preflight("https://store.example.com"), token: null);

        answer.Status.ShouldBe(204);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://store.example.com"]);
        answer.Headers.GetValues("Access-Control-Allow-Credentials").ShouldBe(["true"]);
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE" })
            answer.Headers.GetValues("Access-Control-Allow-Methods").Single().ShouldContain(method);
        foreach (var header in new[] { "Content-Type", "Accept", "Authorization", "Bold-API-Version-Date" })
            answer.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain(header);
        answer.Headers.Vary.ShouldContain("Origin");
    }

    [Fact]
    public async Task WrongMethod_IsRefusedWithThoseThatThePathTakes_WhereAPageCanReadIt()
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, "/checkout/storefront/zp3oafdor9/x/addresses/shipping");
        request.Headers.Add("Origin", "https://store.example.com");
        var answer = await checkout.Send(request, token: null);

        answer.Status.ShouldBe(405);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://store.example.com"]);
        answer.Json["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("method");
        answer.Json["errors"]![0]!["message"]!.GetValue<string>().ShouldBe("This path takes POST, GET, PUT, DELETE.");
    }

    [Fact]
    public async Task Cors_UnknownOrigin_IsNotNamed()
    {
        (await checkout.Send(Preflight("https://evil.example.com"), token: null))
            .Headers.Contains("Access-Control-Allow-Origin")
            .ShouldBeFalse();
    }

    [Fact]
    public async Task Cors_RefusedCall_StillBearsTheHeaders_SoThatTheBrowserShowsTheError()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/orders/{LocalCheckout.Shop}/init");
        request.Headers.Add("Origin", "https://store.example.com");

        var answer = await checkout.Send(request, token: null);

        answer.Status.ShouldBe(401);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://store.example.com"]);
    }

    private static HttpRequestMessage Preflight(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, $"/checkout/orders/{LocalCheckout.Shop}/init");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        return request;
    }
}
