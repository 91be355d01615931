using System.Collections.Immutable;
using System.Reflection;
using Checkout.Functions.CreateOrder;
using Checkout.Journeys.CreateOrder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Moq;

namespace Checkout.Functions.Tests.CreateOrder;

public sealed class CreateOrderOrchestrationTests
{
    private static readonly ImmutableArray<CommandCall> Six =
        [.. CommandList.Names.Select((name, i) => new CommandCall("shop", "order", $"{i}", name))];

    private readonly List<(string Activity, object? Input, TaskOptions? Options)> called = [];

    [Fact]
    public async Task Run_EveryCommandSucceeds_CallsEachActivityOnceInOrder()
    {
        await Run(Six, _ => true);

        called.Select(c => c.Activity).ShouldBe(CommandList.Names);
        called.Select(c => c.Input).ShouldBe(Six.Cast<object?>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Run_ACommandFails_StopsThere(int failing)
    {
        await Run(Six, call => call.Key != $"{failing}");

        called.Select(c => c.Activity).ShouldBe(CommandList.Names.Take(failing + 1));
    }

    [Fact]
    public async Task Run_OfWhatIsLeft_BeginsAtTheFirstUnfinishedCommand()
    {
        await Run(Six[3..], _ => true);

        called.Select(c => c.Activity).ShouldBe(CommandList.Names.Skip(3));
    }

    [Fact]
    public async Task Run_EveryActivity_IsTriedAgainWithGrowingWaits()
    {
        await Run(Six, _ => true);

        foreach (var policy in called.Select(c => c.Options?.Retry?.Policy))
        {
            policy.ShouldNotBeNull();
            policy.MaxNumberOfAttempts.ShouldBeInRange(3, 10);
            policy.BackoffCoefficient.ShouldBeGreaterThan(1);
        }
    }

    /// <summary>After its retries an activity ends the run; nothing after it is called, the wake-up stays.</summary>
    [Fact]
    public async Task Run_AnActivityThatStaysDown_EndsTheOrchestration()
    {
        await Should.ThrowAsync<CommandPutOffException>(() =>
            Run(Six, call => call.Key == "2" ? throw new CommandPutOffException(Problem.Locked()) : true));

        called.Select(c => c.Activity).ShouldBe(CommandList.Names.Take(3));
    }

    [Fact]
    public void EveryCommand_HasAnActivityOfItsName()
    {
        var activities = typeof(CommandActivities).GetMethods()
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>();

        activities.ShouldBe(CommandList.Names, ignoreOrder: true);
    }

    private Task Run(ImmutableArray<CommandCall> calls, Func<CommandCall, bool> activity)
    {
        var context = new Mock<TaskOrchestrationContext>();
        context.Setup(c => c.GetInput<ImmutableArray<CommandCall>>()).Returns(calls);
        context.Setup(c => c.CallActivityAsync<bool>(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<TaskOptions?>()))
            .Returns(async (TaskName name, object? input, TaskOptions? options) =>
            {
                await Task.Yield();
                called.Add((name.Name, input, options));
                return activity((CommandCall)input!);
            });
        return CreateOrderOrchestration.Run(context.Object);
    }
}
