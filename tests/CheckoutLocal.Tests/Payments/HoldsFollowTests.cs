using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>What is held follows what the order costs, whoever asks: auth/full, process_order, a capture that may authorize again, Create Order.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class HoldsFollowTests(LocalCheckout checkout)
{
    [Fact]
    public async Task AuthorizeFull_TotalGrewSince_HoldsTheRestToo()
    {
        var order = await Shopping.PaidWith(checkout, await Shop("holdsgrow1"), Scene.TestGateway, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        var total = await Quantity(order, 2);

        var answer = await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);

        answer.Json["errors"].ShouldBeNull(answer.Json.ToJsonString());
        answer.Data["transactions"]!.AsArray().Sum(t => t!["amount"]!.GetValue<long>()).ShouldBe(total);
        (await order.Stored()).Payments.Sum(p => p.Held).ShouldBe(total);
    }

    [Fact]
    public async Task AuthorizeFull_AmountsThatNoLongerCoverTheTotal_SaysSo()
    {
        var order = await Shopping.PaidWith(checkout, await Shop("holdsfixed"), Scene.TestGateway, "tok_visa");
        var amount = (await order.Stored()).LineItems[0].Price;
        await order.Do(
            "payments",
            new JsonObject
            {
                ["gateway_public_id"] = Scene.TestGateway,
                ["token"] = "tok_visa",
                ["amount"] = amount,
            }
        );

        var answer = await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);

        answer.Status.ShouldBe(200);
        (answer.Field, answer.SubType, answer.Error["type"]!.GetValue<string>()).ShouldBe(("payment", "insufficient_payments", "declined"));
        (await order.Stored()).Payments.Sum(p => p.Held).ShouldBe(amount);
    }

    [Fact]
    public async Task ProcessOrder_TotalGrewAfterAuthorizeFull_HoldsTheRestToo()
    {
        var order = await Shopping.PaidWith(checkout, await Shop("holdsgrow2"), Scene.TestGateway, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        var total = await Quantity(order, 2);

        await order.Do("process_order", []);

        (await order.Stored()).Payments.Sum(p => p.Held).ShouldBe(total);
    }

    [Fact]
    public async Task ProcessOrder_TotalFellAfterAuthorizeFull_GivesTheRestBack()
    {
        var order = await Shopping.PaidWith(checkout, await Shop("holdsfall1"), Scene.TestGateway, "tok_visa");
        await Quantity(order, 2);
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);
        var total = await Quantity(order, 1);

        await order.Do("process_order", []);

        (await order.Stored()).Payments.Sum(p => p.Held).ShouldBe(total);
        (await order.Ledger()).Count(e => e!["kind"]!.GetValue<string>() == "void").ShouldBe(1);
    }

    [Fact]
    public async Task Capture_AfterOneThatFailedForAnExpiredHold_AuthorizesAgain()
    {
        var order = await Shopping.Processed(checkout, await Shop("holdsspent"), "tok_expired_authorization");
        var total = (await order.Stored()).Payments[0].Amount;
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = false })).Status.ShouldBe(422);

        var captured = await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = true });

        captured.Status.ShouldBe(200, captured.Json.ToJsonString());
        captured.Data["capture"]!["amount"]!.GetValue<long>().ShouldBe(total);
    }

    [Fact]
    public async Task AuthorizeFull_HoldExpired_IsPlacedAgainBeforeItSaysSuccess()
    {
        var order = await Shopping.Processed(checkout, await Shop("holdsrenew"), "tok_expired_authorization");
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = false })).Status.ShouldBe(422);

        var answer = await order.BackOffice(HttpMethod.Post, "payments/auth/full", []);

        answer.Json["errors"].ShouldBeNull(answer.Json.ToJsonString());
        answer.Data["transactions"]!.AsArray().ShouldHaveSingleItem()!["status"]!.GetValue<string>().ShouldBe("success");
        (await order.Stored())
            .Payments[0]
            .ShouldSatisfyAllConditions(p => p.Held.ShouldBe(p.Amount), p => p.Transactions.Count(t => t.Expired).ShouldBe(1));
    }

    [Fact]
    public async Task CreateOrder_TaxesAfterTheOrderIsFinal_AreRefusedAndTheTotalStays()
    {
        var request = LocalCheckout.GuideRequest("reprices");
        request["commands"] = new JsonObject
        {
            ["0"] = "calculate_shipping",
            ["1"] = "authorize_payments",
            ["2"] = "process_order",
            ["3"] = "calculate_tax_rates",
        };

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe("is_processed");
        answer.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("calculate_tax_rates");
        answer.State["order_total"]!.GetValue<long>().ShouldBe(8100 + 650);
    }

    [Fact]
    public async Task CreateOrder_TaxesAfterTheHold_ProcessOrderHoldsThemToo()
    {
        var request = LocalCheckout.GuideRequest("taxes after the hold");
        request["commands"] = new JsonObject
        {
            ["0"] = "calculate_shipping",
            ["1"] = "authorize_payments",
            ["2"] = "calculate_tax_rates",
            ["3"] = "process_order",
            ["4"] = "charge_payments",
        };

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        var stored = (await checkout.Service<Checkout.Stores.IOrderStore>().Load(answer.OrderId, default))!.Order;
        stored.Payments.Sum(p => p.Captured).ShouldBe(9722);
    }

    [Fact]
    public async Task Fulfill_OrderThatIsNotProcessed_IsRefused()
    {
        var order = await Shopping.Begin(checkout, await Shop("unplaced01"));

        var answer = await order.BackOffice(HttpMethod.Patch, "line_items/line-1", new JsonObject { ["fulfilled_quantity"] = 1 });

        (answer.Status, answer.Field, answer.SubType).ShouldBe((422, "is_processed", "not_processed"));
        (await order.Stored()).LineItems[0].FulfilledQuantity.ShouldBe(0);
    }

    private async Task<string> Shop(string identifier)
    {
        await Shopping.Open(checkout, identifier, demo => demo);
        return identifier;
    }

    private async Task<long> Quantity(Shopping order, int quantity)
    {
        var changed = await checkout.Send(
            HttpMethod.Put,
            $"/checkout/storefront/{order.Shop}/{order.OrderId}/items",
            new JsonObject { ["line_item_key"] = "line-1", ["quantity"] = quantity }.ToJsonString(),
            order.Jwt
        );
        changed.Status.ShouldBe(200, changed.Json.ToJsonString());
        return changed.State["order_total"]!.GetValue<long>();
    }
}
