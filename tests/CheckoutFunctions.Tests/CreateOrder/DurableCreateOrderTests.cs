using Checkout.Faults;
using Checkout.Functions.CreateOrder;
using Checkout.Journeys.CreateOrder;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.Functions.Tests.CreateOrder;

/// <summary>Create Order through its function, by both drivers over real tables; the hub is a stand-in.</summary>
public sealed class DurableCreateOrderTests(FunctionsStage stage) : IClassFixture<FunctionsStage>
{
    private static readonly string[] AllSucceeded = [.. Enumerable.Repeat("succeeded", 6)];

    [Theory]
    [InlineData(CreateOrderDriver.Orchestration, 1)]
    [InlineData(CreateOrderDriver.Inline, 0)]
    public async Task CreateOrder_SixCommands_AnswersTheFinishedOrder(CreateOrderDriver driver, int orchestrations)
    {
        await using var app = stage.Open(driver: driver);

        var answer = await app.CreateOrder(FunctionsStage.Request($"six {driver}"));

        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        answer.Commands.ShouldBe(AllSucceeded);
        answer.Body["data"]!["application_state"]!["order_balance"]!.GetValue<long>().ShouldBe(0);
        app.Hub.Activities.ShouldBe(Enumerable.Repeat(WalkJournal.Name, orchestrations));
    }

    [Theory]
    [InlineData(CreateOrderDriver.Orchestration, 13)]
    [InlineData(CreateOrderDriver.Inline, 10)]
    public async Task CreateOrder_SixCommandsOneProductOneCard_CostsNoMoreStorageTransactionsThan(CreateOrderDriver driver, int most)
    {
        await using var app = stage.Open(driver: driver);
        await app.CreateOrder(FunctionsStage.Request($"warm the caches {driver}"));
        using var count = StorageTransactions.Count();

        await app.CreateOrder(FunctionsStage.Request($"counted {driver}"));

        // A call that waits for its orchestration looks at the order now and then, so the count hangs on the machine.
        count.Transactions.ShouldBeLessThanOrEqualTo(most);
    }

    [Theory]
    [InlineData(CreateOrderDriver.Orchestration, 1)]
    [InlineData(CreateOrderDriver.Inline, 0)]
    public async Task CreateOrder_TwentyAtOnceWithOneKey_MakesOneOrderInOneRun(CreateOrderDriver driver, int orchestrations)
    {
        await using var app = stage.Open(driver: driver);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.CreateOrder(FunctionsStage.Request($"twenty {driver}"))));

        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.OrderId).Distinct().ShouldHaveSingleItem();
        app.Hub.Activities.Count.ShouldBe(orchestrations);
    }

    [Theory]
    [InlineData(CreateOrderDriver.Orchestration)]
    [InlineData(CreateOrderDriver.Inline)]
    public async Task CreateOrder_TwoProcessesAtOnceWithOneKey_MakeOneOrder(CreateOrderDriver driver)
    {
        await using var one = stage.Open(driver: driver);
        await using var other = stage.Open(driver: driver);

        var answers = await Task.WhenAll(
            one.CreateOrder(FunctionsStage.Request($"two hosts {driver}")),
            other.CreateOrder(FunctionsStage.Request($"two hosts {driver}"))
        );

        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 202);
        answers[0].OrderId.ShouldBe(answers[1].OrderId);
        var again = await one.CreateOrder(FunctionsStage.Request($"two hosts {driver}"));
        again.Status.ShouldBe(200);
        again.Commands.ShouldBe(AllSucceeded);
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

    /// <summary>The repeated call walks the journal itself: it waits for no orchestration.</summary>
    [Fact]
    public async Task CreateOrder_ACommandFails_AnswersItAndTheSameCallGoesOnByItself()
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
        app.Hub.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task CreateOrder_AnActivityDiesOnce_IsTriedAgainAndFinishes()
    {
        await using var app = stage.Open();
        var deaths = 1;
        app.Hub.Before = () =>
            Interlocked.Decrement(ref deaths) == 0 ? throw new InvalidOperationException("The worker died.") : Task.CompletedTask;

        var answer = await app.CreateOrder(FunctionsStage.Request("dies"));

        answer.Status.ShouldBe(200);
        app.Hub.Activities.Count.ShouldBe(2);
    }

    /// <summary>A hub that takes the orchestration and never runs it, as while its host is dead: 2 seconds, not 30.</summary>
    [Fact]
    public async Task CreateOrder_TheOrchestrationDoesNotMove_IsWalkedByTheCall()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = stage.Open(time);
        var never = new TaskCompletionSource();
        app.Hub.Before = () => never.Task;
        var began = time.GetUtcNow();

        var answer = await Passing(app.CreateOrder(FunctionsStage.Request("stalls")), app, time);

        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        answer.Commands.ShouldBe(AllSucceeded);
        (time.GetUtcNow() - began).ShouldBeInRange(DurableCreateOrder.Patience, DurableCreateOrder.Patience * 3);
    }

    [Fact]
    public async Task CreateOrder_TheHubIsDown_IsWalkedByTheCall()
    {
        await using var app = stage.Open();
        app.Hub.IsDown = true;

        var answer = await app.CreateOrder(FunctionsStage.Request("no hub"));

        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        answer.Commands.ShouldBe(AllSucceeded);
    }

    /// <summary>The order and what it waits for are told at once; an orchestration goes on, and after it the sweep.</summary>
    [Theory]
    [InlineData(CreateOrderDriver.Orchestration)]
    [InlineData(CreateOrderDriver.Inline)]
    public async Task CreateOrder_ThePlatformIsAway_TellsWhatWaitsAndIsFinishedByTheSweep(CreateOrderDriver driver)
    {
        await using var app = stage.Open(driver: driver);
        await Platform(app, "http://127.0.0.1:1/");
        var request = FunctionsStage.Request($"away {driver}");

        var answer = await app.CreateOrder(request);
        await Platform(app, null);

        answer.Status.ShouldBe(202, answer.Body.ToJsonString());
        answer.Location.ShouldBe($"/checkout/orders/zp3oafdor9/{answer.OrderId}");
        answer.Commands.ShouldBe(["succeeded", "succeeded", "succeeded", "succeeded", "pending", "pending"]);
        var waiting = answer.Body["data"]!["waiting_command"]!;
        waiting["command"]!.GetValue<string>().ShouldBe("send_to_platform");
        waiting["errors"]!.AsArray().ShouldNotBeEmpty();
        app.Hub.Started.Count.ShouldBe(1);

        var due = await app.Service<IWakeUps>().Due(DateTimeOffset.UtcNow + JournalWakeUp.After, 1000, CancellationToken.None);
        foreach (var wakeUp in due.Where(w => w.PublicOrderId == answer.OrderId && w.Kind == WakeUpKinds.CreateOrder))
            await app.Service<WakeUpSweep>().Handle(wakeUp, CancellationToken.None);

        var after = await app.CreateOrder(FunctionsStage.Request($"away {driver}"));
        after.Status.ShouldBe(200, after.Body.ToJsonString());
        after.Commands.ShouldBe(AllSucceeded);
    }

    [Theory]
    [InlineData(CreateOrderDriver.Orchestration)]
    [InlineData(CreateOrderDriver.Inline)]
    public async Task CreateOrder_StillRunningAfterHalfAMinute_Answers202AndWhereToLook(CreateOrderDriver driver)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var hold = new HeldUp();
        await using var app = stage.Open(time, hold, driver);
        var began = time.GetUtcNow();

        var call = Task.Run(() => app.CreateOrder(FunctionsStage.Request($"slow {driver}")));
        await hold.Reached;
        var answer = await Passing(call, app, time);

        answer.Status.ShouldBe(202, answer.Body.ToJsonString());
        answer.Location.ShouldBe($"/checkout/orders/zp3oafdor9/{answer.OrderId}");
        answer.Body["data"]!["waiting_command"]!["command"]!.GetValue<string>().ShouldBe("authorize_payments");
        (time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    /// <summary>The run may ask for money before its caller reads the answer: it is told which order that would be.</summary>
    [Theory]
    [InlineData(CreateOrderDriver.Orchestration)]
    [InlineData(CreateOrderDriver.Inline)]
    public async Task CreateOrder_ItsKeyTakenAndItsOrderNotYetThereAfterHalfAMinute_IsLockedAndNamesTheOrder(CreateOrderDriver driver)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var hold = new HeldUp(CrashPoint.AfterKeyClaim);
        await using var app = stage.Open(time, hold, driver);

        var call = Task.Run(() => app.CreateOrder(FunctionsStage.Request($"claimed {driver}")));
        await hold.Reached;
        var answer = await Turning(call, time);

        answer.Status.ShouldBe(530, answer.Body.ToJsonString());
        answer.Commands.ShouldAllBe(status => status == "pending");
        hold.Dispose();
        var again = await app.CreateOrder(FunctionsStage.Request($"claimed {driver}"));
        again.Status.ShouldBe(200, again.Body.ToJsonString());
        again.OrderId.ShouldBe(answer.OrderId);
    }

    [Fact]
    public void InstanceOf_IsOneForEachShopAndOrder_AndFitForAnInstanceId()
    {
        var ids = new[] { ("a", "b/c#?"), ("a", "b"), ("ab", ""), ("b", "a") }
            .Select(p => DurableCreateOrder.InstanceOf(p.Item1, p.Item2))
            .ToArray();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Length <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        DurableCreateOrder.InstanceOf("a", "b").ShouldBe(ids[1]);
    }

    /// <summary>In small steps: on a busy machine a storage call lasts for several of them.</summary>
    private static async Task<FunctionAnswer> Passing(Task<FunctionAnswer> call, FunctionsApp app, FakeTimeProvider time)
    {
        while (!call.IsCompleted)
        {
            if (!app.Hub.Activities.IsEmpty || app.Driver is CreateOrderDriver.Inline)
                time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.WhenAny(call, Task.Delay(1));
        }

        return await call;
    }

    private static async Task<FunctionAnswer> Turning(Task<FunctionAnswer> call, FakeTimeProvider time)
    {
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.WhenAny(call, Task.Delay(1));
        }

        return await call;
    }

    private static async Task Platform(FunctionsApp app, string? url)
    {
        var shops = app.Service<IShops>();
        var shop = (await shops.Find(FunctionsStage.Shop, CancellationToken.None))!;
        var connector = url is null ? new PlatformConnectorSettings() : new PlatformConnectorSettings(url, "secret:jwt-signing-key");
        (await shops.Save(shop with { PlatformConnector = connector }, etag: null, CancellationToken.None)).Value.ShouldBeTrue();
    }

    /// <summary>A run that hangs at a point, in front of its first gateway call unless told otherwise, until the test ends.</summary>
    private sealed class HeldUp(string point = CrashPoint.BeforeGatewayAuthorize) : ICrashPoints, IDisposable
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim released = new();

        public Task Reached => reached.Task;

        public void Reach(string name)
        {
            if (name != point)
                return;
            reached.TrySetResult();
            released.Wait();
        }

        public void Dispose() => released.Set();
    }
}
