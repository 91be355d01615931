using Checkout.Functions.CreateOrder;
using Checkout.Journeys.CreateOrder;
using Checkout.Running;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.Functions.Tests.CreateOrder;

/// <summary>Create Order through its function: the driver, the orchestrator and the activities over real tables.</summary>
public sealed class DurableCreateOrderTests(FunctionsStage stage) : IClassFixture<FunctionsStage>
{
    private static readonly string[] AllSucceeded = [.. Enumerable.Repeat("succeeded", 6)];

    [Fact]
    public async Task CreateOrder_SixCommands_AnswersTheFinishedOrder()
    {
        await using var app = stage.Open();

        var answer = await app.CreateOrder(FunctionsStage.Request("six"));

        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        answer.Commands.ShouldBe(AllSucceeded);
        answer.Body["data"]!["application_state"]!["order_balance"]!.GetValue<long>().ShouldBe(0);
        app.Hub.Activities.ShouldBe(CommandList.Names);
    }

    [Fact]
    public async Task CreateOrder_SixCommandsOneProductOneCard_CostsAtMost26StorageTransactions()
    {
        await using var app = stage.Open();
        await app.CreateOrder(FunctionsStage.Request("warm the caches"));
        using var count = StorageTransactions.Count();

        await app.CreateOrder(FunctionsStage.Request("counted"));

        count.Transactions.ShouldBeLessThanOrEqualTo(26);
    }

    [Fact]
    public async Task CreateOrder_TwentyAtOnceWithOneKey_MakesOneOrderInOneRun()
    {
        await using var app = stage.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.CreateOrder(FunctionsStage.Request("twenty"))));

        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.OrderId).Distinct().ShouldHaveSingleItem();
        app.Hub.Activities.ShouldBe(CommandList.Names);
    }

    [Fact]
    public async Task CreateOrder_TwoProcessesAtOnceWithOneKey_MakeOneOrder()
    {
        await using var one = stage.Open();
        await using var other = stage.Open();

        var answers = await Task.WhenAll(one.CreateOrder(FunctionsStage.Request("two hosts")), other.CreateOrder(FunctionsStage.Request("two hosts")));

        answers.Select(a => a.Status).ShouldBe([200, 200]);
        answers[0].OrderId.ShouldBe(answers[1].OrderId);
        answers[0].Commands.ShouldBe(AllSucceeded);
    }

    [Fact]
    public async Task CreateOrder_AFinishedKeyAgain_AnswersFromTheRecord()
    {
        await using var app = stage.Open();
        var first = await app.CreateOrder(FunctionsStage.Request("again"));

        var second = await app.CreateOrder(FunctionsStage.Request("again"));

        second.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
        app.Hub.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task CreateOrder_WithoutCommands_StartsNoOrchestration()
    {
        await using var app = stage.Open();
        var draft = FunctionsStage.Request("draft");
        draft.Remove("commands");

        var answer = await app.CreateOrder(draft);

        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        app.Hub.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task CreateOrder_ACommandFails_AnswersItAndGoesOnThereWithTheSameKey()
    {
        await using var app = stage.Open();
        var request = FunctionsStage.Request("fails");
        request.Remove("billing_address");

        var first = await app.CreateOrder(request);
        var second = await app.CreateOrder(request.DeepClone().AsObject());

        first.Status.ShouldBe(422);
        first.Body["data"]!["failed_command"]!["command"]!.GetValue<string>().ShouldBe("authorize_payments");
        second.Status.ShouldBe(422);
        second.OrderId.ShouldBe(first.OrderId);
        app.Hub.Activities.ShouldBe(["calculate_shipping", "calculate_tax_rates", "authorize_payments", "authorize_payments"]);
    }

    [Fact]
    public async Task CreateOrder_AnActivityDiesOnce_IsTriedAgainAndFinishes()
    {
        await using var app = stage.Open();
        var deaths = 1;
        app.Hub.Before = call => call.Name == "process_order" && Interlocked.Decrement(ref deaths) == 0
            ? throw new InvalidOperationException("The worker died.")
            : Task.CompletedTask;

        var answer = await app.CreateOrder(FunctionsStage.Request("dies"));

        answer.Status.ShouldBe(200);
        app.Hub.Activities.Count(a => a == "process_order").ShouldBe(2);
    }

    /// <summary>What the orchestration gave up, the sweep finishes from the wake-up that stayed.</summary>
    [Fact]
    public async Task CreateOrder_AnActivityStaysDown_Answers503AndIsFinishedByTheSweep()
    {
        await using var app = stage.Open();
        app.Hub.Before = call => call.Name == "send_to_platform" ? throw new InvalidOperationException("down") : Task.CompletedTask;

        var answer = await app.CreateOrder(FunctionsStage.Request("down"));
        answer.Status.ShouldBe(503);

        app.Hub.Before = _ => Task.CompletedTask;
        var due = await app.Service<IWakeUps>().Due(DateTimeOffset.UtcNow + CreateOrders.WakeUpAfter, 1000, CancellationToken.None);
        foreach (var wakeUp in due.Where(w => w.Kind == WakeUpKinds.CreateOrder))
            await app.Service<WakeUpSweep>().Handle(wakeUp, CancellationToken.None);

        var after = await app.CreateOrder(FunctionsStage.Request("down"));
        after.Status.ShouldBe(200);
        after.Commands.ShouldBe(AllSucceeded);
    }

    [Fact]
    public async Task CreateOrder_StillRunningAfterHalfAMinute_Answers202AndWhereToLook()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = stage.Open(time);
        var hold = new TaskCompletionSource();
        app.Hub.Before = _ => hold.Task;

        var call = app.CreateOrder(FunctionsStage.Request("slow"));
        while (!call.IsCompleted)
        {
            if (app.Hub.Activities.IsEmpty is false)
                time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        var answer = await call;
        answer.Status.ShouldBe(202);
        answer.Location.ShouldBe($"/checkout/orders/zp3oafdor9/{answer.OrderId}");
        hold.SetResult();
    }

    [Fact]
    public void InstanceOf_IsOneForEachShopAndKey_AndFitForAnInstanceId()
    {
        var ids = new[] { ("a", "b/c#?"), ("a", "b"), ("ab", ""), ("b", "a") }.Select(p => DurableCreateOrder.InstanceOf(p.Item1, p.Item2)).ToArray();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Length <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        DurableCreateOrder.InstanceOf("a", "b").ShouldBe(ids[1]);
    }
}
