using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

[Collection(LocalCheckouts.Name)]
public sealed class OrderCustomerTests(LocalCheckout checkout)
{
    [Fact]
    public async Task AuthenticatedCustomer_SetOnceAndAgainAfterRemoval()
    {
        var order = (await checkout.Init()).OrderId;
        const string Body = """{"platform_id":"50942578465125","first_name":"John","last_name":"Doe","email_address":"john.doe@example.com"}""";

        var set = await Set(order, Body);
        var again = await Set(order, Body);
        var removed = await checkout.Send(HttpMethod.Delete, Customer(order), "[]");
        var afterwards = await Set(order, Body);

        set.Status.ShouldBe(200);
        set.Data["customer"]!["public_id"]!.GetValue<string>().ShouldStartWith("EYRJ");
        set.State["customer"]!.ToJsonString().ShouldBe(set.Data["customer"]!.ToJsonString());
        again.Status.ShouldBe(422);
        again.SubType.ShouldBe("customer_exists");
        removed.State["customer"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        afterwards.Status.ShouldBe(200);
    }

    [Fact]
    public async Task AuthenticatedCustomer_PlatformIdLeftOut_IsRefused_AndNullIsAGuest()
    {
        var order = (await checkout.Init()).OrderId;

        var leftOut = await Set(order, """{"email_address":"ann@example.com"}""");
        var isNull = await Set(order, """{"email_address":" ann@example.com ","platform_id":null}""");

        leftOut.Status.ShouldBe(422);
        (leftOut.Field, leftOut.SubType).ShouldBe(("platform_id", "required"));
        isNull.Status.ShouldBe(200);
        isNull.Data["customer"]!["platform_id"].ShouldBeNull();
        isNull.Data["customer"]!["email_address"]!.GetValue<string>().ShouldBe("ann@example.com");
    }

    [Theory]
    [InlineData("{\"platform_id\":null}", "email_address")]
    [InlineData("{\"platform_id\":\"1\",\"email_address\":\"x\"}", "email_address")]
    [InlineData("{\"platform_id\":\"1\",\"email_address\":\"a@example.com\",\"public_id\":\"a/b\"}", "public_id")]
    public async Task AuthenticatedCustomer_BadBody_NamesTheField(string body, string field)
    {
        var answer = await Set((await checkout.Init()).OrderId, body);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe(field);
    }

    private Task<Answer> Set(string order, string body) => checkout.Send(HttpMethod.Post, Customer(order) + "/authenticated", body);

    private static string Customer(string order) => $"/checkout/orders/{LocalCheckout.Shop}/{order}/customer";
}
