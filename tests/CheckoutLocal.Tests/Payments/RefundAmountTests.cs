using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>A refund in part returns what it says, and never everything because it says nothing.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class RefundAmountTests(LocalCheckout checkout)
{
    [Theory]
    [InlineData("refunds", """{"reason":"broken"}""")]
    [InlineData("refunds", """{"amount":null}""")]
    [InlineData("refunds", """{"amount":null,"refund_order_data":{"line_items":[],"invoice":"7"}}""")]
    [InlineData("refunds/{payment}", "{}")]
    public async Task Refund_WithoutAmount_IsRefusedAndNothingGoesBack(string path, string body)
    {
        var order = await Charged();
        var payment = (await order.Stored()).Payments[0].Id;

        var answer = await order.BackOffice(
            HttpMethod.Post,
            path.Replace("{payment}", payment, StringComparison.Ordinal),
            JsonNode.Parse(body)!.AsObject()
        );

        (answer.Status, answer.Field).ShouldBe((422, "amount"));
        (await order.Stored()).Payments[0].Refunded.ShouldBe(0);
    }

    [Theory]
    [InlineData("refunds")]
    [InlineData("refunds/full")]
    public async Task Refund_LineThatTheOrderDoesNotHave_IsRefusedAndNothingGoesBack(string path)
    {
        var order = await Charged();

        var answer = await order.BackOffice(HttpMethod.Post, path, Returned("nobody", 1));

        (answer.Status, answer.Field, answer.SubType).ShouldBe((422, "line_items", "line_item_not_found"));
        (await order.Stored()).Payments[0].Refunded.ShouldBe(0);
    }

    [Fact]
    public async Task Refund_LinesInsteadOfAnAmount_ReturnsWhatTheyCost()
    {
        var order = await Charged();

        var answer = await order.BackOffice(HttpMethod.Post, "refunds", Returned("line-1", 1));

        // A board, GST and PST on it; its shipping stays.
        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        answer.Data["refund"]!["amount"]!.GetValue<long>().ShouldBe(4500 + 225 + 315);
        (await order.Stored()).Payments[0].Refunded.ShouldBe(5040);
    }

    private async Task<Shopping> Charged()
    {
        var shop = "refund" + Guid.NewGuid().ToString("N")[..4];
        await Shopping.Open(checkout, shop, demo => demo);
        var order = await Shopping.Processed(checkout, shop, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = false })).Status.ShouldBe(200);
        return order;
    }

    private static JsonObject Returned(string key, int quantity) =>
        new()
        {
            ["refund_order_data"] = new JsonObject
            {
                ["line_items"] = new JsonArray(new JsonObject { ["line_item_key"] = key, ["quantity"] = quantity }),
            },
        };
}
