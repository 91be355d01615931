using System.Text.Json.Nodes;
using Checkout.Local.Tests.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>What a back office reads of an order, from its begin to its refund.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class OrderViewTests(LocalCheckout checkout)
{
    [Fact]
    public async Task Order_ThroughItsLife_TellsItsStatuses()
    {
        var order = await Begun();
        Words(await View(order)).ShouldBe(("open", "pending", "unfulfilled"));

        await Pay(order);
        Words(await View(order)).ShouldBe(("placed", "authorized", "unfulfilled"));

        await Done(order, "payments/capture/full", """{"reauth":false}""");
        Words(await View(order)).ShouldBe(("placed", "paid", "unfulfilled"));

        await Done(order, "refunds", """{"amount":100,"reason":"late"}""");
        Words(await View(order)).ShouldBe(("placed", "partially_refunded", "unfulfilled"));

        await Done(order, "refunds/full", """{"reason":"broken"}""");
        Words(await View(order)).ShouldBe(("placed", "refunded", "unfulfilled"));
    }

    [Fact]
    public async Task Order_Canceled_TellsWhenAndWhy()
    {
        var order = await Begun();
        await Pay(order);
        await Done(order, "cancel", """{"reason":"The shopper called."}""");

        var view = await View(order);

        Words(view).ShouldBe(("canceled", "voided", "unfulfilled"));
        view["cancel_reason"]!.GetValue<string>().ShouldBe("The shopper called.");
        view["canceled_at"]!.GetValue<DateTimeOffset>().ShouldBe((await order.Stored()).CanceledAt!.Value);
    }

    [Fact]
    public async Task Payments_SumsAndReferences_AreThoseOfTheTimeline()
    {
        var order = await Begun();
        await Pay(order);
        await Done(order, "payments/capture/full", """{"reauth":false}""");
        await Done(order, "refunds", """{"amount":100,"reason":"late"}""");

        var payment = (await View(order))["payments"]!.AsArray().ShouldHaveSingleItem()!;
        var total = (await order.Stored()).Payments[0].Authorized;

        (Number(payment, "authorized"), Number(payment, "captured"), Number(payment, "refunded"), Number(payment, "voided")).ShouldBe(
            (total, total, 100, 0)
        );
        var told = (await order.Timeline()).Select(e => e!["gateway_reference"]?.GetValue<string>()).OfType<string>().Distinct().ToList();
        payment["transactions"]!.AsArray().Select(t => t!["reference"]!.GetValue<string>()).ShouldBe(told);
        payment["transactions"]!.AsArray().Select(t => t!["kind"]!.GetValue<string>()).ShouldBe(["authorize", "capture", "refund"]);
    }

    [Fact]
    public async Task Refunds_OneOfLinesAndOneOfAnAmount_AreToldWithTheirLines()
    {
        var order = await Begun();
        await Pay(order);
        await Done(order, "payments/capture/full", """{"reauth":false}""");
        await Done(
            order,
            "refunds",
            """{"reason":"broken","refund_order_data":{"line_items":[{"line_item_key":"line-1","quantity":1}]}}"""
        );
        await Done(order, "refunds", """{"amount":100}""");

        var refunds = (await View(order))["refunds"]!.AsArray();

        refunds.Select(r => (Number(r!, "amount"), r!["status"]!.GetValue<string>())).ShouldBe([(5040, "succeeded"), (100, "succeeded")]);
        refunds[0]!["reason"]!.GetValue<string>().ShouldBe("broken");
        refunds[0]!["lines"]!.ToJsonString().ShouldBe("""[{"line_item_key":"line-1","quantity":1}]""");
        refunds[1]!["lines"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Shipment_WithTracking_IsToldAndABadAddressRefused()
    {
        var order = await Begun();
        await Pay(order);

        var bad = await order.BackOffice(
            HttpMethod.Patch,
            "line_items/line-1",
            Json("""{"fulfilled_quantity":1,"tracking_url":"javascript:alert(1)"}""")
        );
        var shipped = await order.BackOffice(
            HttpMethod.Patch,
            "line_items/line-1",
            Json("""{"fulfilled_quantity":1,"carrier":"Post","tracking_number":"CP1","tracking_url":"https://post.example.com/CP1"}""")
        );

        (bad.Status, bad.Field).ShouldBe((422, "tracking_url"));
        shipped.Status.ShouldBe(200);
        var view = await View(order);
        view["fulfillment_status"]!.GetValue<string>().ShouldBe("fulfilled");
        var shipment = view["shipments"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        shipment.Remove("shipped_at");
        shipment
            .ToJsonString()
            .ShouldBe(
                """{"carrier":"Post","tracking_number":"CP1","tracking_url":"https://post.example.com/CP1","lines":[{"line_item_key":"line-1","quantity":1}]}"""
            );
    }

    [Fact]
    public async Task Notes_OfAPlacedOrder_AreKeptInOrderAndNotOnTheTimeline()
    {
        var order = await Begun();
        await Pay(order);

        await Done(order, "notes", """{"note":" Called twice. "}""");
        var second = await Done(order, "notes", """{"note":"Wants it after 17:00."}""");
        var empty = await order.BackOffice(HttpMethod.Post, "notes", Json("""{"note":" "}"""));
        var long_ = await order.BackOffice(HttpMethod.Post, "notes", new JsonObject { ["note"] = new string('x', 2001) });

        second.Cost.ShouldBe(1);
        second.Data["order"]!["notes"]!
            .AsArray()
            .Select(n => n!["note"]!.GetValue<string>())
            .ShouldBe(["Called twice.", "Wants it after 17:00."]);
        (empty.Status, empty.Field, empty.SubType).ShouldBe((422, "note", "required"));
        (long_.Status, long_.SubType).ShouldBe((422, "too_long"));
        var timeline = await order.Timeline();
        timeline.Count(e => e!["event"]!.GetValue<string>() == "note.added").ShouldBe(2);
        timeline.ToJsonString().ShouldNotContain("Called twice");
    }

    [Fact]
    public async Task Order_MadeByCreateOrder_TellsItsJournal()
    {
        var created = await checkout.Create(LocalCheckout.GuideRequest($"view-{Guid.NewGuid():N}"));
        var read = await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}/{created.OrderId}");

        read.Cost.ShouldBe(1);
        read.Data["order"]!["journal"]!.ToJsonString().ShouldBe(read.Data["commands"]!.ToJsonString());
        read.Data["order"]!["customer_name"]!.GetValue<string>().ShouldNotBeEmpty();
        read.Data["order"]!["order_total"]!.ToJsonString().ShouldBe(read.State["order_total"]!.ToJsonString());
    }

    private async Task<Shopping> Begun()
    {
        var shop = "view" + Guid.NewGuid().ToString("N")[..6];
        await Shopping.Open(checkout, shop, demo => demo);
        return await Shopping.PaidWith(checkout, shop, Faults.Scene.TestGateway, "tok_visa");
    }

    private static Task Pay(Shopping order) => order.Do("process_order", []);

    private static async Task<Answer> Done(Shopping order, string what, string body)
    {
        var answer = await order.BackOffice(HttpMethod.Post, what, Json(body));
        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        return answer;
    }

    private async Task<JsonNode> View(Shopping order) => (await checkout.Send(HttpMethod.Get, order.Orders)).Data["order"]!;

    private static (string, string, string) Words(JsonNode view) =>
        (
            view["order_status"]!.GetValue<string>(),
            view["financial_status"]!.GetValue<string>(),
            view["fulfillment_status"]!.GetValue<string>()
        );

    private static long Number(JsonNode node, string name) => node[name]!.GetValue<long>();

    private static JsonObject Json(string body) => JsonNode.Parse(body)!.AsObject();
}
