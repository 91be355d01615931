using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>Other payments and commands under the key of an order that is not final (docs/contract/create-order.md, Another request).</summary>
[Collection(LocalCheckouts.Name)]
public sealed class AnotherRequestTests(LocalCheckout checkout)
{
    private const string Declining = "declmethod000000000000000000000000000000000000000000000000000001";
    private const string Visa = "ftziZRlloXJhR8emShyZePgaZxFTp9TN6Ai0tVWOB223g9qCGQQFA27ccW2fx72U";

    [Fact]
    public async Task Draft_CompletedWithCommandsAndPayments_IsOneOrderChargedOnce()
    {
        var draft = LocalCheckout.GuideRequest("completed draft");
        draft.Remove("commands");
        draft.Remove("payments");
        var begun = await checkout.Create(draft);
        begun.Status.ShouldBe(200, begun.Json.ToJsonString());

        var completed = await checkout.Create(LocalCheckout.GuideRequest("completed draft"));

        completed.Status.ShouldBe(200, completed.Json.ToJsonString());
        completed.OrderId.ShouldBe(begun.OrderId);
        Statuses(completed).ShouldBe(Enumerable.Repeat("succeeded", 6));
        (await Ledger(begun.OrderId)).ShouldBe(["authorize 9722 succeeded", "capture 9722 succeeded"]);
    }

    [Fact]
    public async Task MoreCommands_AfterThoseThatAreDone_RunThemAlone()
    {
        var first = With("more commands", "0 calculate_shipping", "1 calculate_tax_rates");
        (await checkout.Create(first)).Status.ShouldBe(200);

        var more = await checkout.Create(With("more commands", "2 authorize_payments"));

        more.Status.ShouldBe(200, more.Json.ToJsonString());
        more.Data["commands"]!
            .AsArray()
            .Select(c => c!["command"]!.GetValue<string>())
            .ShouldBe(["calculate_shipping", "calculate_tax_rates", "authorize_payments"]);
        Statuses(more).ShouldAllBe(status => status == "succeeded");
        (await Ledger(more.OrderId)).ShouldBe(["authorize 9722 succeeded"]);
    }

    [Fact]
    public async Task MoreCommands_BeforeOneThatIsDone_AreRefusedAndTheOrderIsNamed()
    {
        var begun = await checkout.Create(With("earlier command", "5 calculate_shipping"));

        var refused = await checkout.Create(With("earlier command", "3 authorize_payments"));

        refused.Status.ShouldBe(422, refused.Json.ToJsonString());
        (refused.Field, refused.SubType, refused.OrderId).ShouldBe(("commands", "idempotency_mismatch", begun.OrderId));
        (await Ledger(begun.OrderId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeclinedCard_AnotherCardWithTheSameKey_IsChargedOnce()
    {
        var declining = LocalCheckout.GuideRequest("another card");
        declining["payments"] = new JsonArray(new JsonObject { ["public_payment_method_id"] = Declining });
        var declined = await checkout.Create(declining);
        declined.Status.ShouldBe(422);

        var paid = await checkout.Create(LocalCheckout.GuideRequest("another card"));

        paid.Status.ShouldBe(200, paid.Json.ToJsonString());
        paid.OrderId.ShouldBe(declined.OrderId);
        paid.State["payments"]!.AsArray().Count.ShouldBe(1);
        (await Ledger(paid.OrderId)).ShouldBe(["authorize 9722 declined", "authorize 9722 succeeded", "capture 9722 succeeded"]);
    }

    [Fact]
    public async Task TooLittlePaid_OneMorePayment_AuthorizesTheRest()
    {
        var partial = LocalCheckout.GuideRequest("one more");
        partial["payments"] = new JsonArray(new JsonObject { ["public_payment_method_id"] = Visa, ["amount"] = 5000 });
        var refused = await checkout.Create(partial);
        refused.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("process_order");
        var both = LocalCheckout.GuideRequest("one more");
        both["payments"] = new JsonArray(
            new JsonObject { ["public_payment_method_id"] = Visa, ["amount"] = 5000 },
            new JsonObject { ["public_payment_method_id"] = Visa }
        );

        var paid = await checkout.Create(both);

        paid.Status.ShouldBe(200, paid.Json.ToJsonString());
        paid.State["order_balance"]!.GetValue<long>().ShouldBe(0);
        (await Ledger(paid.OrderId))
            .Order()
            .ShouldBe(["authorize 4722 succeeded", "authorize 5000 succeeded", "capture 4722 succeeded", "capture 5000 succeeded"]);
    }

    [Fact]
    public async Task PaymentThatHoldsMoney_LeftOut_IsRefusedAndKept()
    {
        var partial = LocalCheckout.GuideRequest("left out");
        partial["payments"] = new JsonArray(new JsonObject { ["public_payment_method_id"] = Visa, ["amount"] = 5000 });
        var held = await checkout.Create(partial);

        var refused = await checkout.Create(LocalCheckout.GuideRequest("left out"));

        refused.Status.ShouldBe(422);
        (refused.Field, refused.SubType, refused.OrderId).ShouldBe(("payments", "idempotency_mismatch", held.OrderId));
        (await Ledger(held.OrderId)).ShouldBe(["authorize 5000 succeeded"]);
    }

    [Fact]
    public async Task FinalOrder_OtherCommands_AreRefused_AndEarlierBodiesAnsweredFromTheRecord()
    {
        var draft = LocalCheckout.GuideRequest("final");
        draft.Remove("commands");
        (await checkout.Create(draft)).Status.ShouldBe(200);
        var placed = await checkout.Create(LocalCheckout.GuideRequest("final"));
        placed.Status.ShouldBe(200);

        var other = await checkout.Create(With("final", "0 calculate_shipping"));
        var earlier = await checkout.Create(draft);

        (other.Status, other.SubType).ShouldBe((422, "idempotency_mismatch"));
        earlier.Status.ShouldBe(200);
        earlier.Json.ToJsonString().ShouldBe(placed.Json.ToJsonString());
    }

    [Fact]
    public async Task Canceled_TheSameCallAgain_FailsForGoodAndMovesNoMoney()
    {
        var request = With("canceled", "0 calculate_shipping", "1 calculate_tax_rates", "2 authorize_payments", "3 charge_payments");
        request["payments"] = new JsonArray(new JsonObject { ["public_payment_method_id"] = Declining });
        var declined = await checkout.Create(request);
        var path = $"/checkout/orders/{LocalCheckout.Shop}/{declined.OrderId}";
        (await checkout.Send(HttpMethod.Post, $"{path}/cancel", """{"reason":"Changed their mind."}""")).Status.ShouldBe(200);
        var before = await Ledger(declined.OrderId);

        var again = await checkout.Create(request);
        var other = await checkout.Create(With("canceled", "0 calculate_shipping", "2 authorize_payments"));

        again.Status.ShouldBe(422);
        (again.SubType, again.OrderId).ShouldBe(("canceled", declined.OrderId));
        other.SubType.ShouldBe("idempotency_mismatch");
        (await Ledger(declined.OrderId)).ShouldBe(before);
        var read = await checkout.Send(HttpMethod.Get, path);
        read.Data["failed_command"]!["errors"]![0]!["sub_type"]!.GetValue<string>().ShouldBe("canceled");
    }

    [Fact]
    public async Task ReadOfTheOrder_ShowsTheJournal_AndOfAnotherNoSuchKeys()
    {
        var request = LocalCheckout.GuideRequest("read");
        request.Remove("billing_address");
        var failed = await checkout.Create(request);
        var plain = await checkout.Init();

        var read = await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}/{failed.OrderId}");
        var other = await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}/{plain.OrderId}");

        Statuses(read).ShouldBe(["succeeded", "succeeded", "failed", "pending", "pending", "pending"]);
        read.Data["failed_command"]!.ToJsonString().ShouldBe(failed.Data["failed_command"]!.ToJsonString());
        failed.Data["failed_command"]!["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("billing_address");
        other.Data.AsObject().Select(p => p.Key).ShouldBe(["application_state", "order"]);
    }

    private static JsonObject With(string key, params string[] commands)
    {
        var request = LocalCheckout.GuideRequest(key);
        request["commands"] = new JsonObject(
            commands.Select(c => c.Split(' ')).Select(c => KeyValuePair.Create<string, JsonNode?>(c[0], c[1]))
        );
        return request;
    }

    private static IEnumerable<string> Statuses(Answer answer) =>
        answer.Data["commands"]!.AsArray().Select(c => c!["status"]!.GetValue<string>());

    private async Task<string[]> Ledger(string order)
    {
        var ledger = await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={order}", token: null);
        return [.. ledger.Json["entries"]!.AsArray().Select(e => $"{e!["kind"]} {e["amount"]} {e["outcome"]}")];
    }
}
