using Checkout.Running;
using Checkout.Stores;
using Checkout.Tests.Orders;
using Checkout.Tests.Plugins;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Running;

public sealed class OrderRunTests
{
    private const string Shop = "demoshop01";

    private readonly FakeTimeProvider time = new(AnOrder.Now.At);
    private readonly MemoryOrders store = new(AnOrder.Of(AnOrder.Line()));
    private readonly OrderGate gate;
    private readonly RememberedOrders memory;
    private readonly AskedOnce asked = new();
    private readonly OrderRun run;

    public OrderRunTests()
    {
        gate = new OrderGate(time);
        memory = new RememberedOrders(time);
        run = new OrderRun(store, new OneShop(AnOrder.Shop()), gate, memory, asked, time);
    }

    private string OrderId => store.Stored.Order.PublicOrderId;

    [Fact]
    public async Task Change_CommitsWhatTheWorkLeft_InTwoTransactions()
    {
        var ran = await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));

        ran.Value.ShouldBe(1);
        store.Stored.Order.CartId.ShouldBe("a");
        (store.Loads, store.Commits).ShouldBe((1, 1));
    }

    [Fact]
    public async Task NoChange_CommitsNothing()
    {
        await Finished(run.Run<int>(Shop, OrderId, (_, _, _) => Task.FromResult<Result<int>>(1), default));

        (store.Loads, store.Commits).ShouldBe((1, 0));
    }

    [Fact]
    public async Task NextChange_IsMadeOnTheOrderAsItWasWritten_InOneTransaction()
    {
        await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));
        var seen = new List<string?>();

        await Finished(run.RunRemembered<int>(Shop, OrderId, Noting(seen, "b"), default));

        seen.ShouldBe(["a"]);
        store.Stored.Order.CartId.ShouldBe("b");
        (store.Loads, store.Commits).ShouldBe((1, 2));
    }

    [Fact]
    public async Task RememberedOrderThatIsOld_IsLostAndWorkedOnAgainFresh()
    {
        await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));
        store.WriteElsewhere("elsewhere");
        var seen = new List<string?>();

        var ran = await Finished(run.RunRemembered<int>(Shop, OrderId, Noting(seen, "b"), default));

        ran.Succeeded.ShouldBeTrue();
        seen.ShouldBe(["a", "elsewhere"]);
        store.Stored.Order.CartId.ShouldBe("b");
    }

    [Fact]
    public async Task RefusalOfARememberedOrder_IsDecidedAgainFresh()
    {
        await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));
        store.WriteElsewhere("open");

        var ran = await Finished(
            run.RunRemembered<string>(
                Shop,
                OrderId,
                (session, _, _) => Task.FromResult<Result<string>>(session.Order.CartId is "open" ? "fine" : Problem.Processed()),
                default
            )
        );

        ran.Value.ShouldBe("fine");
        store.Loads.ShouldBe(2);
    }

    [Fact]
    public async Task RefusalOfARememberedOrder_ThatNobodyHasChanged_IsDecidedOnce()
    {
        await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));
        var decided = 0;

        var ran = await Finished(
            run.RunRemembered<string>(
                Shop,
                OrderId,
                (_, _, _) =>
                {
                    decided++;
                    return Task.FromResult<Result<string>>(Problem.Processed());
                },
                default
            )
        );

        (ran.Succeeded, decided, store.Loads).ShouldBe((false, 1, 2));
    }

    [Fact]
    public async Task NoChangeOfARememberedOrder_IsAnsweredFromAFreshLoad()
    {
        await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));
        store.WriteElsewhere("elsewhere");

        var ran = await Finished(
            run.RunRemembered<string>(Shop, OrderId, (session, _, _) => Task.FromResult<Result<string>>(session.Order.CartId!), default)
        );

        ran.Value.ShouldBe("elsewhere");
    }

    [Fact]
    public async Task RefusalAfterACommitOnARememberedOrder_IsAnsweredAsItIs()
    {
        await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));
        var tries = 0;

        var ran = await Finished(
            run.RunRemembered<int>(
                Shop,
                OrderId,
                async (session, _, token) =>
                {
                    tries++;
                    await Named(session, "asked");
                    await session.Commit(token);
                    return Problem.Processed();
                },
                default
            )
        );

        (ran.Succeeded, tries).ShouldBe((false, 1));
    }

    [Fact]
    public async Task RememberedOrder_IsNotShownToAnotherShop()
    {
        await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));

        var ran = await Finished(run.RunRemembered<int>("othershop1", OrderId, (session, _, _) => Named(session, "b"), default));

        ran.Problems[0].Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task WithPlugins_EveryChangeBeginsWithAFreshLoad()
    {
        var asking = new OrderRun(store, new OneShop(AnOrder.Shop() with { Plugins = [PluginStage.Plugin()] }), gate, memory, asked, time);
        await Finished(asking.RunRemembered<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));
        await Finished(asking.RunRemembered<int>(Shop, OrderId, (session, _, _) => Named(session, "b"), default));

        (store.Loads, store.Commits).ShouldBe((2, 2));
    }

    [Fact]
    public async Task LostCommit_WorksAgainOnAFreshLoad()
    {
        store.LosesNext = 2;
        var seen = new List<string?>();

        var ran = await Finished(
            run.Run<int>(
                Shop,
                OrderId,
                (session, _, _) =>
                {
                    seen.Add(session.Order.CartId);
                    return Named(session, "a");
                },
                default
            )
        );

        ran.Succeeded.ShouldBeTrue();
        seen.ShouldBe([null, "other 1", "other 2"]);
        store.Stored.Order.CartId.ShouldBe("a");
        (store.Loads, store.Commits).ShouldBe((3, 3));
    }

    [Fact]
    public async Task CommitLostInsideTheWork_DropsItsAnswerAndWorksAgain()
    {
        store.LosesNext = 1;
        var tries = 0;

        var ran = await Finished(
            run.Run<int>(
                Shop,
                OrderId,
                async (session, _, token) =>
                {
                    await Named(session, "a");
                    await session.Commit(token);
                    return ++tries;
                },
                default
            )
        );

        ran.Value.ShouldBe(2);
    }

    [Fact]
    public async Task WhatWasAnsweredToOneTry_IsNotAskedForAgainByTheNext()
    {
        store.LosesNext = 2;
        var questions = 0;

        await Finished(
            run.Run<int>(
                Shop,
                OrderId,
                async (session, _, _) =>
                {
                    await asked.Get("is it there?", () => Task.FromResult($"answer {++questions}"));
                    return await Named(session, "a");
                },
                default
            )
        );

        (store.Commits, questions).ShouldBe((3, 1));
    }

    [Fact]
    public async Task FiveLostCommits_AreLockedAndNotTriedAgain()
    {
        store.LosesNext = 6;

        var ran = await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));

        ran.IsLocked.ShouldBeTrue();
        store.Commits.ShouldBe(5);
        store.Stored.Order.CartId.ShouldBe("other 5");
    }

    [Fact]
    public async Task Refusal_IsAnsweredOnceAndKeepsWhatWasLearned()
    {
        var ran = await Finished(
            run.Run<int>(
                Shop,
                OrderId,
                async (session, _, _) =>
                {
                    await Named(session, "declined");
                    return Problem.Locked();
                },
                default
            )
        );

        ran.IsLocked.ShouldBeTrue();
        store.Stored.Order.CartId.ShouldBe("declined");
        store.Loads.ShouldBe(1);
    }

    [Fact]
    public async Task OrderOfAnotherShop_IsNotFound()
    {
        var ran = await Finished(run.Run<int>("othershop1", OrderId, (session, _, _) => Named(session, "a"), default));

        ran.Problems[0].Kind.ShouldBe(ProblemKind.NotFound);
        store.Commits.ShouldBe(0);
    }

    [Fact]
    public async Task TakenTurn_IsWaitedForAndThenLocked()
    {
        using var taken = await gate.Enter(OrderId, default);

        var ran = await Finished(run.Run<int>(Shop, OrderId, (session, _, _) => Named(session, "a"), default));

        ran.IsLocked.ShouldBeTrue();
        store.Loads.ShouldBe(0);
    }

    [Fact]
    public async Task WakeUp_OfALockedOrder_ComesLater()
    {
        store.LosesNext = 5;
        var later = AnOrder.Now.At.AddHours(1);

        var again = await Finished(
            run.Run(
                WakeUp(OrderId),
                async (session, _, _) =>
                {
                    await Named(session, "a");
                    return null;
                },
                () => later,
                default
            )
        );

        again.ShouldBe(later);
    }

    [Fact]
    public async Task WakeUp_OfAnOrderThatIsGone_IsDone()
    {
        var again = await Finished(
            run.Run(WakeUp("gone"), (_, _, _) => throw new InvalidOperationException("There is no order."), () => AnOrder.Now.At, default)
        );

        again.ShouldBeNull();
    }

    private static WakeUp WakeUp(string order) => new(order, WakeUpKinds.Reconcile, AnOrder.Now.At);

    private static Func<OrderSession, Checkout.Shops.Shop, CancellationToken, Task<Result<int>>> Noting(List<string?> seen, string cart) =>
        (session, _, _) =>
        {
            seen.Add(session.Order.CartId);
            return Named(session, cart);
        };

    private static Task<Result<int>> Named(OrderSession session, string cart)
    {
        session.Order = session.Order with { CartId = cart };
        return Task.FromResult<Result<int>>(1);
    }

    /// <summary>Lets the waits between tries pass.</summary>
    private async Task<T> Finished<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        return await work;
    }
}
