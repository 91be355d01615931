using Checkout.Functions.CreateOrder;
using Microsoft.DurableTask;
using Moq;

namespace Checkout.Functions.Tests.CreateOrder;

public sealed class CreateOrderOrchestrationTests
{
    private static readonly JournalCall Call = new("shop", "order");

    private readonly List<(string Activity, object? Input, TaskOptions? Options)> called = [];

    [Fact]
    public async Task Run_OfAJournal_WalksItInOneActivity()
    {
        await Run(() => { });

        called.Select(c => (c.Activity, c.Input)).ShouldBe([(WalkJournal.Name, Call)]);
    }

    [Fact]
    public async Task Run_ItsActivity_IsTriedAgainWithGrowingWaits()
    {
        await Run(() => { });

        var policy = called.ShouldHaveSingleItem().Options?.Retry?.Policy;
        policy.ShouldNotBeNull();
        policy.MaxNumberOfAttempts.ShouldBeInRange(3, 10);
        policy.BackoffCoefficient.ShouldBeGreaterThan(1);
    }

    /// <summary>After its retries the run ends; the wake-up of the journal stays.</summary>
    [Fact]
    public async Task Run_AnActivityThatStaysPutOff_EndsTheOrchestration() =>
        await Should.ThrowAsync<JournalPutOffException>(() => Run(() => throw new JournalPutOffException(Problem.Locked())));

    private Task Run(Action activity)
    {
        var context = new Mock<TaskOrchestrationContext>();
        context.Setup(c => c.GetInput<JournalCall>()).Returns(Call);
#pragma warning disable DURABLE2003 // The analyzer sees this assembly alone; the activity is in the app's.
        context
            .Setup(c => c.CallActivityAsync(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<TaskOptions?>()))
            .Returns(
                async (TaskName name, object? input, TaskOptions? options) =>
                {
                    await Task.Yield();
                    called.Add((name.Name, input, options));
                    activity();
                }
            );
#pragma warning restore DURABLE2003
        return CreateOrderOrchestration.Run(context.Object);
    }
}
