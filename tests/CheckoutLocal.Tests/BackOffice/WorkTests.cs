using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Local.Tests.Payments;
using Checkout.Orders;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>What waits is seen, and done when somebody asks for it, under a clock that the test sets.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly LocalCheckout checkout;

    public WorkTests() => checkout = new LocalCheckout { Time = time };

    public async Task InitializeAsync()
    {
        await checkout.InitializeAsync();
        foreach (var shop in new[] { "workshop1", "workshop2" })
            await Shopping.Open(checkout, shop, demo => demo);
    }

    public Task DisposeAsync() => checkout.DisposeAsync();

    [Fact]
    public async Task Work_GatewayThatDidNotAnswer_IsListedForItsShopAndRunNowSettlesIt()
    {
        var order = await Shopping.Processed(checkout, "workshop1", "tok_capture_timeout");
        (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(503);
        (await Work("workshop1")).ShouldBeEmpty();

        await checkout
            .Service<IWakeUps>()
            .Set(new WakeUp(order.OrderId, WakeUpKinds.Reconcile, time.GetUtcNow().AddMinutes(-1)) { Shop = "workshop1" }, default);
        var item = (await Work("workshop1")).ShouldHaveSingleItem()!;
        var listed = await checkout.Send(HttpMethod.Get, "/checkout/shop/workshop1/work");
        var elsewhere = await Run("workshop2", item);
        var run = await Run("workshop1", item);

        listed.Cost.ShouldBe(3);
        (item["kind"]!.GetValue<string>(), item["public_order_id"]!.GetValue<string>()).ShouldBe(("reconcile", order.OrderId));
        item["order_number"]!.GetValue<string>().ShouldBe(OrderNumber.Of(order.OrderId));
        item["age_seconds"]!.GetValue<long>().ShouldBe(60);
        (await Work("workshop2")).ShouldBeEmpty();
        elsewhere.Status.ShouldBe(404);
        (run.Status, run.Data["outcome"]!.GetValue<string>()).ShouldBe((200, "done"), run.Json.ToJsonString());
        run.Data["work"].ShouldBeNull();
        (await order.Stored()).Payments[0].HasPending.ShouldBeFalse();
        (await order.Stored()).Payments[0].Captured.ShouldBeGreaterThan(0);
        (await Work("workshop1")).ShouldBeEmpty();
        (await Run("workshop1", item)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Work_ThatIsPutOff_TellsSinceWhenAndWhyUntilItIsDone()
    {
        var order = await Shopping.Begin(checkout, "workshop1");
        var due = time.GetUtcNow().AddMinutes(1);
        await checkout
            .Service<IWakeUps>()
            .Set(new WakeUp(order.OrderId, "nobody-knows", due, 0) { Shop = "workshop1", Reason = null }, default);
        await checkout
            .Service<IWakeUps>()
            .Set(
                new WakeUp(order.OrderId, WakeUpKinds.Reconcile, due.AddHours(1), 4)
                {
                    Shop = "workshop1",
                    Since = due.AddHours(-2),
                    Reason = PutOffReasons.UnknownOutcome,
                },
                default
            );

        var work = await Work("workshop1");
        var summary = (await checkout.Send(HttpMethod.Get, "/checkout/shop/workshop1/summary")).Data;

        var item = work.ShouldHaveSingleItem("What is not due yet and was never put off is no work.")!;
        (item["tries"]!.GetValue<int>(), item["reason"]!.GetValue<string>()).ShouldBe((4, "unknown_outcome"));
        item["due_at"]!.GetValue<DateTimeOffset>().ShouldBe(due.AddHours(1));
        item["age_seconds"]!.GetValue<long>().ShouldBe((2 * 3600) - 60);
        summary["waiting_work"]!.GetValue<long>().ShouldBe(1);
        summary["unknown_outcomes"]!.GetValue<long>().ShouldBe(1);
        summary["oldest_work_seconds"]!.GetValue<long>().ShouldBe((2 * 3600) - 60);
    }

    [Fact]
    public async Task Work_DeadLetter_ComesLastAndRunNowSendsItAgain()
    {
        var order = await Shopping.Begin(checkout, "workshop1");
        var message = new OutboxMessage("0000000001-000-x", "webhook", "order/created", "nobody", "{}") { CreatedAt = time.GetUtcNow() };
        var letter = new DeadLetter(order.OrderId, message, "500", time.GetUtcNow());
        await checkout.Service<IOutbox>().Bury("workshop1", letter, default);
        await checkout
            .Service<IWakeUps>()
            .Set(new WakeUp(order.OrderId, WakeUpKinds.Reconcile, time.GetUtcNow()) { Shop = "workshop1" }, default);
        (await checkout.Send(HttpMethod.Get, "/checkout/shop/workshop1/summary")).Data["dead_letters"]!.GetValue<long>().ShouldBe(1);

        var first = await checkout.Send(HttpMethod.Get, "/checkout/shop/workshop1/work?limit=1");
        var second = await checkout.Send(HttpMethod.Get, $"/checkout/shop/workshop1/work?limit=1&cursor={first.Data["next"]}");
        var item = second.Data["work"]!.AsArray().ShouldHaveSingleItem()!;
        var run = await Run("workshop1", item);

        first.Data["work"]!.AsArray().ShouldHaveSingleItem()!["kind"]!.GetValue<string>().ShouldBe("reconcile");
        (item["kind"]!.GetValue<string>(), item["reason"]!.GetValue<string>()).ShouldBe(("dead_letter", "500"));
        second.Data["next"].ShouldBeNull();
        run.Status.ShouldBe(200, run.Json.ToJsonString());

        // It was tried, and its webhook is none of the shop's any more.
        (await checkout.Service<IOutbox>().Pending(order.OrderId, default)).ShouldBeEmpty();
        (await checkout.Service<IOutbox>().DeadLetters("workshop1", null, 10, default))
            .ShouldHaveSingleItem()
            .Reason.ShouldBe("The webhook was deleted.");
    }

    /// <summary>None of a list, and one of wake-ups without a row.</summary>
    [Theory]
    [InlineData("nonsense")]
    [InlineData("wnothing")]
    public async Task List_CursorThatNoListGave_IsRefusedByItsName(string cursor)
    {
        var asked = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor));

        var refused = await checkout.Send(HttpMethod.Get, $"/checkout/shop/workshop1/work?cursor={asked}");

        (refused.Status, refused.Field).ShouldBe((422, "cursor"), refused.Json.ToJsonString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("!")]
    [InlineData("d3x4")]
    public async Task Run_WorkThatThereIsNot_IsNotFound(string id) =>
        (await checkout.Send(HttpMethod.Post, $"/checkout/shop/workshop1/work/{id}/run")).Status.ShouldBe(404);

    [Fact]
    public async Task Summary_CountsTheDayOfTheShopsTimeZone()
    {
        await Shopping.Open(checkout, "workshop3", demo => demo with { Timezone = "America/Winnipeg" });
        var before = await Shopping.Processed(checkout, "workshop3", "tok_visa");
        await Shopping.Begin(checkout, "workshop3");
        var canceled = await Shopping.Processed(checkout, "workshop3", "tok_visa");
        (await canceled.BackOffice(HttpMethod.Post, "cancel", [])).Status.ShouldBe(200);
        var total = (await before.Stored()).Payments[0].Authorized;

        var today = (await checkout.Send(HttpMethod.Get, "/checkout/shop/workshop3/summary")).Data;
        time.Advance(TimeSpan.FromDays(1));
        var tomorrow = (await checkout.Send(HttpMethod.Get, "/checkout/shop/workshop3/summary")).Data;

        (today["orders_today"]!.GetValue<long>(), today["open_orders"]!.GetValue<long>()).ShouldBe((1, 1));
        today["revenue_today"]!.ToJsonString().ShouldBe($$"""[{"currency":"CAD","amount":{{total}}}]""");
        today["is_partial"]!.GetValue<bool>().ShouldBeFalse();
        tomorrow["orders_today"]!.GetValue<long>().ShouldBe(0);
        tomorrow["revenue_today"]!.AsArray().ShouldBeEmpty();
    }

    private async Task<JsonArray> Work(string shop)
    {
        var listed = await checkout.Send(HttpMethod.Get, $"/checkout/shop/{shop}/work");
        listed.Status.ShouldBe(200, listed.Json.ToJsonString());
        return listed.Data["work"]!.AsArray();
    }

    private Task<Answer> Run(string shop, JsonNode item) =>
        checkout.Send(HttpMethod.Post, $"/checkout/shop/{shop}/work/{item["id"]!.GetValue<string>()}/run");
}
