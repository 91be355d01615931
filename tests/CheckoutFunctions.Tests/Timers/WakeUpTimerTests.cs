using Checkout.Functions.Timers;
using Checkout.Stores;
using Microsoft.DurableTask;
using Moq;

namespace Checkout.Functions.Tests.Timers;

public sealed class WakeUpTimerTests
{
    private static readonly WakeUp Capture = new(
        "order",
        WakeUpKinds.DelayedCapture,
        new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero)
    );

    private readonly List<(DateTime At, TaskCompletionSource Fires)> timers = [];
    private readonly List<object?> handled = [];
    private readonly TaskCompletionSource<object?> cleared = new();
    private CancellationToken waiting;
    private DateTime now = Capture.Due.UtcDateTime.AddDays(-2);
    private TaskOptions? retry;

    [Fact]
    public async Task Run_TheTimerFires_HandsTheWakeUpToTheSweepsStep()
    {
        var run = Start();
        handled.ShouldBeEmpty();

        Fire(Capture.Due.UtcDateTime);
        await run;

        handled.ShouldBe([Capture]);
        retry!.Retry!.Policy!.MaxNumberOfAttempts.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Run_ClearedWhileItWaits_EndsWithoutTheStepAndWithoutTheTimer()
    {
        var run = Start();

        cleared.SetResult(null);
        await run;

        handled.ShouldBeEmpty();
        waiting.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_TheTimerFiresASecondBeforeItWasAskedFor_IsNotTooEarly()
    {
        var run = Start();

        Fire(timers.ShouldHaveSingleItem().At.AddSeconds(-1));
        await run;

        timers.ShouldHaveSingleItem();
        handled.ShouldBe([Capture]);
        now.ShouldBeInRange(Capture.Due.UtcDateTime, Capture.Due.UtcDateTime.AddSeconds(1));
    }

    [Fact]
    public async Task Run_TheTimerFiresBeforeTheWakeUpIsDue_WaitsForTheRest()
    {
        var run = Start();

        Fire(Capture.Due.UtcDateTime.AddSeconds(-1));
        run.IsCompleted.ShouldBeFalse();
        handled.ShouldBeEmpty();

        Fire(Capture.Due.UtcDateTime);
        await run;
        timers.Count.ShouldBe(2);
        handled.ShouldBe([Capture]);
    }

    [Fact]
    public async Task Run_ClearedAfterAnEarlyTimer_EndsWithoutTheStep()
    {
        var run = Start();
        Fire(Capture.Due.UtcDateTime.AddSeconds(-1));

        cleared.SetResult(null);
        await run;

        handled.ShouldBeEmpty();
    }

    /// <summary>A host that restarts replays from the first line: the same timer is asked for, and the step runs once.</summary>
    [Fact]
    public async Task Run_RestartedWhileItWaits_AsksForTheSameTimerAndHandlesOnce()
    {
        var lost = Start();
        var replay = Start();

        timers.Count.ShouldBe(2);
        timers[0].At.ShouldBe(timers[1].At);
        Fire(Capture.Due.UtcDateTime);
        await replay;

        lost.IsCompleted.ShouldBeFalse();
        handled.ShouldBe([Capture]);
    }

    [Fact]
    public async Task Run_DueAlready_DoesNotWait()
    {
        now = Capture.Due.UtcDateTime.AddMinutes(1);

        await Start();

        timers.ShouldBeEmpty();
        handled.ShouldBe([Capture]);
    }

    private void Fire(DateTime at)
    {
        now = at;
        timers[^1].Fires.SetResult();
    }

    private Task Start()
    {
        var context = new Mock<TaskOrchestrationContext>();
        context.Setup(c => c.GetInput<WakeUp>()).Returns(Capture);
        context.SetupGet(c => c.CurrentUtcDateTime).Returns(() => now);
        context.Setup(c => c.WaitForExternalEvent<object?>(WakeUpTimer.Cleared, It.IsAny<CancellationToken>())).Returns(cleared.Task);
        context
            .Setup(c => c.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .Returns(
                (DateTime at, CancellationToken cancellation) =>
                {
                    waiting = cancellation;
                    timers.Add((at, new TaskCompletionSource()));
                    return timers[^1].Fires.Task;
                }
            );
#pragma warning disable DURABLE2003 // The analyzer sees this assembly alone; the activity is in the app's.
        context
            .Setup(c => c.CallActivityAsync(WakeUpFunctions.HandleActivity, It.IsAny<object?>(), It.IsAny<TaskOptions?>()))
            .Callback(
                (TaskName _, object? input, TaskOptions? options) =>
                {
                    handled.Add(input);
                    retry = options;
                }
            )
            .Returns(Task.CompletedTask);
#pragma warning restore DURABLE2003
        return WakeUpTimer.Run(context.Object);
    }
}
