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
        const string Body =
            """{"platform_id":"50942578465125","first_name":"John","last_name":"Doe","email_address":"john.doe@example.com"}""";

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

    [Fact]
    public async Task RemovedCustomer_TakesHisSavedPaymentMethodAlong_SoThatItPaysForNobodyElse()
    {
        var draft = LocalCheckout.GuideRequest("a draft whose customer goes");
        draft.Remove("commands");
        var order = (await checkout.Create(draft)).OrderId;

        var removed = await checkout.Send(HttpMethod.Delete, Customer(order));

        removed.Status.ShouldBe(200);
        removed.State["payments"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        removed.State["order_balance"]!.GetValue<long>().ShouldBe(removed.State["order_total"]!.GetValue<long>());
    }

    [Fact]
    public async Task PlatformCustomer_AsRead_CanBePutOnAnOrder()
    {
        var read = (await checkout.Send(HttpMethod.Get, Known + "50942578465125")).Json["customer"]!;
        var set = await Set(
            (await checkout.Init()).OrderId,
            new JsonObject
            {
                ["platform_id"] = read["platform_id"]!.DeepClone(),
                ["public_id"] = read["id"]!.DeepClone(),
                ["email_address"] = read["email"]!.DeepClone(),
            }.ToJsonString()
        );

        read["addresses"]![0]!
            .AsObject()
            .Select(p => p.Key)
            .ShouldBe([
                "id",
                "first_name",
                "last_name",
                "company",
                "street_1",
                "street_2",
                "city",
                "province",
                "province_code",
                "country",
                "country_iso2",
                "zip",
                "phone",
            ]);
        JsonNode.DeepEquals(read["default_address"], read["addresses"]![0]).ShouldBeTrue();
        set.Data["customer"]!["saved_addresses"]![0]!["address_line_1"]!
            .GetValue<string>()
            .ShouldBe(read["addresses"]![0]!["street_1"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("1", LocalCheckout.Token, 404)]
    [InlineData("50942578465125", LocalCheckout.ReadOnlyToken, 403)]
    [InlineData("50942578465125", LocalCheckout.OtherShopsToken, 401)]
    public async Task PlatformCustomer_UnknownOrAnotherShops_IsNotTold(string platformId, string token, int status) =>
        (await checkout.Send(HttpMethod.Get, Known + platformId, token: token)).Status.ShouldBe(status);

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

    private const string Known = $"/customers/v2/shops/{LocalCheckout.Shop}/customers/pid/";

    private Task<Answer> Set(string order, string body) => checkout.Send(HttpMethod.Post, Customer(order) + "/authenticated", body);

    private static string Customer(string order) => $"/checkout/orders/{LocalCheckout.Shop}/{order}/customer";
}
