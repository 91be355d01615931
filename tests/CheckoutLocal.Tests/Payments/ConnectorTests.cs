using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>What shipping connectors send and read (docs/contract/payments.md).</summary>
[Collection(LocalCheckouts.Name)]
public sealed class ConnectorTests(LocalCheckout checkout)
{
    [Fact]
    public async Task AuthFull_TellsOfTheCardWhatAConnectorTakesApart()
    {
        var order = await Shopping.Begin(checkout, LocalCheckout.Shop, "KLS_472945");
        await order.Do("payments", new JsonObject { ["gateway_public_id"] = Scene.TestGateway, ["token"] = "tok_mastercard" });

        var authorized = await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);

        var tender = authorized.Data["transactions"]!.AsArray().ShouldHaveSingleItem()!["tender_details"]!;
        tender.ToJsonString().ShouldBe("""{"brand":"mastercard","last_four":"4444","bin":"555555","expiration":"12/2039"}""");
    }

    [Fact]
    public async Task AuthFull_OfASavedCard_TellsItsExpiration()
    {
        var request = LocalCheckout.GuideRequest(Guid.NewGuid().ToString());
        request["commands"] = new JsonObject();
        var created = await checkout.Create(request);

        var authorized = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{LocalCheckout.Shop}/{created.OrderId}/payments/auth/full",
            "[]"
        );

        authorized.Data["transactions"]![0]!["tender_details"]!["expiration"]!.GetValue<string>().ShouldMatch(@"^\d{2}/\d{4}$");
    }

    [Theory]
    [InlineData("/checkout/orders", "init", "{}")]
    [InlineData("/checkout/orders", "resume", null)]
    [InlineData("/checkout//orders/", "init", "{}")]
    [InlineData("bold//checkout/orders", "resume", null)]
    public async Task ExtraSlashesOrABaseBeforeThePath_ChangeNothing(string api, string what, string? body)
    {
        var order = await checkout.Init();

        var answer = await checkout.Send(
            new HttpRequestMessage(HttpMethod.Post, $"{checkout.Http.BaseAddress}{api}/{LocalCheckout.Shop}/{what}")
            {
                Content = new StringContent(
                    body ?? $$"""{"public_order_id":"{{order.OrderId}}"}""",
                    System.Text.Encoding.UTF8,
                    "application/json"
                ),
            }
        );

        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
    }

    [Theory]
    [InlineData("""{"line_items":[{"line_item_key":"line-1","fulfilled_quantity":1}]}""")]
    [InlineData(""" [{"line_item_key":"line-1","fulfilled_quantity":1}]""")]
    public async Task LineItems_AsThePagesSampleOrAsItsSchema_AreFulfilled(string body)
    {
        var order = await Shopping.PaidWith(checkout, LocalCheckout.Shop, Scene.TestGateway, "tok_visa", "KLS_472945");
        await order.Do("process_order", []);

        var answer = await checkout.Send(HttpMethod.Patch, $"{order.Orders}/line_items", body);

        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        answer.Data["line_items"]![0]!["fulfilled_quantity"]!.GetValue<int>().ShouldBe(1);
    }
}
