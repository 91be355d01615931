using Checkout.Running;
using Checkout.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Shouldly;
using Xunit;

namespace Checkout.Tests.WakeUps;

public sealed class WakeUpSweepTests : IWakeUps, IWakeUpHandler
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SortedDictionary<string, WakeUp> rows = new(StringComparer.Ordinal);
    private readonly List<string> handled = [];
    private readonly TaskCompletionSource slow = new();
    private readonly OpenWork open;
    private readonly Mock<IOutbox> outbox = new();

    public WakeUpSweepTests()
    {
        open = new OpenWork(time);
        outbox.Setup(o => o.CountDeadLetters(It.IsAny<CancellationToken>())).ReturnsAsync(3);
    }

    [Fact]
    public async Task Run_AServerThatDoesNotAnswer_HoldsUpItsOwnOrderOnly()
    {
        for (var i = 0; i < 10; i++)
            Due($"order{i}");
        Due("order0slow");

        var sweep = Sweep().Run(CancellationToken.None);

        sweep.IsCompleted.ShouldBeFalse();
        handled.Count.ShouldBe(10);
        slow.SetResult();
        (await sweep).ShouldBe(11);
        rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_MoreThanABatchIsDue_IsTakenUpInOneSweep()
    {
        for (var i = 0; i < 350; i++)
            Due($"order{i:D3}");

        (await Sweep().Run(CancellationToken.None)).ShouldBe(350);

        handled.ShouldBeUnique();
        rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_AHandlerFails_PutsOffItsOwnWakeUpAndNoOther()
    {
        Due("order1");
        Due("order2fails");
        Due("order3");

        await Sweep().Run(CancellationToken.None);

        handled.ShouldBe(["order1", "order3"]);
        var (_, late) = rows.ShouldHaveSingleItem();
        (late.PublicOrderId, late.Attempt, late.Due).ShouldBe(("order2fails", 1, time.GetUtcNow().AddMinutes(1)));
        (late.Since, late.Reason).ShouldBe((time.GetUtcNow().AddMinutes(-1), PutOffReasons.Fault));
    }

    [Fact]
    public async Task Handle_PutOffAgain_KeepsWhenItWasDueFirstAndTellsWhatTheHandlerSaw()
    {
        open.Seen(OpenWorkKind.UnknownIntent, "order2fails", time.GetUtcNow());
        open.Seen(OpenWorkKind.Message, "order1later", time.GetUtcNow());
        var due = time.GetUtcNow().AddMinutes(-1);

        var outcome = await Sweep()
            .Handle(
                new WakeUp("order1later", WakeUpKinds.Outbox, due, 3) { Since = due.AddDays(-1), Shop = "shop1" },
                CancellationToken.None
            );

        outcome.PutOff.ShouldBe(
            new WakeUp("order1later", WakeUpKinds.Outbox, time.GetUtcNow().AddHours(1), 4)
            {
                Since = due.AddDays(-1),
                Shop = "shop1",
                Reason = PutOffReasons.MessageNotTaken,
            }
        );
        (await Sweep().Handle(new WakeUp("order3", WakeUpKinds.Outbox, due), CancellationToken.None)).ShouldBe(WakeUpOutcome.Done);
    }

    [Fact]
    public async Task Run_WorkIsOverdue_IsKnownUntilItIsDone()
    {
        Due("order1");

        await Sweep().Run(CancellationToken.None);
        open.OldestOverdue.ShouldBe(TimeSpan.FromMinutes(1));
        await Sweep().Run(CancellationToken.None);

        open.OldestOverdue.ShouldBe(TimeSpan.Zero);
        open.DeadLetters.ShouldBe(3);
    }

    private WakeUpSweep Sweep() => new(this, [this], outbox.Object, open, time, NullLogger<WakeUpSweep>.Instance);

    private void Due(string order) => rows.Add(order, new WakeUp(order, WakeUpKinds.Outbox, time.GetUtcNow().AddMinutes(-1)));

    string IWakeUpHandler.Kind => WakeUpKinds.Outbox;

    async Task<DateTimeOffset?> IWakeUpHandler.Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        if (wakeUp.PublicOrderId.EndsWith("fails", StringComparison.Ordinal))
            throw new InvalidOperationException("The handler fails.");
        if (wakeUp.PublicOrderId.EndsWith("slow", StringComparison.Ordinal))
            await slow.Task;
        handled.Add(wakeUp.PublicOrderId);
        if (wakeUp.PublicOrderId.EndsWith("later", StringComparison.Ordinal))
            return time.GetUtcNow().AddHours(1);
        return null;
    }

    Task IWakeUps.Set(WakeUp wakeUp, CancellationToken cancellation)
    {
        rows[$"{wakeUp.PublicOrderId} {wakeUp.Due:O}"] = wakeUp;
        return Task.CompletedTask;
    }

    Task IWakeUps.Replace(WakeUp wakeUp, WakeUp by, CancellationToken cancellation) => throw new NotSupportedException();

    Task IWakeUps.Clear(WakeUp wakeUp, CancellationToken cancellation)
    {
        foreach (var key in rows.Where(row => row.Value == wakeUp).Select(row => row.Key).ToList())
            rows.Remove(key);
        return Task.CompletedTask;
    }

    Task<IReadOnlyList<WakeUp>> IWakeUps.Due(DateTimeOffset by, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<WakeUp>>([.. rows.Values.Where(w => w.Due <= by).OrderBy(w => w.Due).Take(count)]);
}
