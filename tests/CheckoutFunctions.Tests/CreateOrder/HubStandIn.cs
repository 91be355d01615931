using System.Collections.Concurrent;
using Checkout.Functions.CreateOrder;
using Checkout.Functions.Timers;
using Checkout.Stores;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace Checkout.Functions.Tests.CreateOrder;

/// <summary>A task hub of one process: runs the real orchestrator with the real activities, retries without waits.</summary>
internal sealed class HubStandIn
{
    private readonly ConcurrentDictionary<string, Task> instances = new(StringComparer.Ordinal);
    private readonly WalkJournal walk;

    public HubStandIn(WalkJournal walk)
    {
        this.walk = walk;
        var client = new Mock<DurableTaskClient>("hub");
        client
            .Setup(c =>
                c.ScheduleNewOrchestrationInstanceAsync(
                    It.IsAny<TaskName>(),
                    It.IsAny<object?>(),
                    It.IsAny<StartOrchestrationOptions?>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Returns(
                (TaskName name, object? input, StartOrchestrationOptions? options, CancellationToken _) =>
                    Task.FromResult(Schedule(name, input, options!))
            );
        client
            .Setup(c => c.RaiseEventAsync(It.IsAny<string>(), WakeUpTimer.Cleared, It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .Callback((string id, string _, object? _, CancellationToken _) => Cleared.Enqueue(id))
            .Returns(Task.CompletedTask);
        client
            .Setup(c => c.GetInstanceAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
            .Returns((string id, bool _, CancellationToken _) => Task.FromResult(Describe(id)));
        Client = client.Object;
    }

    public DurableTaskClient Client { get; }

    public ConcurrentQueue<string> Started { get; } = [];

    public ConcurrentQueue<string> Activities { get; } = [];

    /// <summary>No orchestration is taken: the hub is down.</summary>
    public bool IsDown { get; set; }

    /// <summary>The timers that were asked for; none of them fires by itself.</summary>
    public ConcurrentDictionary<string, WakeUp> Timers { get; } = new(StringComparer.Ordinal);

    /// <summary>The timers that were told that they are not wanted any more.</summary>
    public ConcurrentQueue<string> Cleared { get; } = [];

    /// <summary>What an activity waits for before it does anything; a fault thrown here is the activity's.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    private string Schedule(TaskName name, object? input, StartOrchestrationOptions options)
    {
        var id = options.InstanceId!;
        if (name.Name == WakeUpTimer.Name)
        {
            Timers[id] = (WakeUp)input!;
            return id;
        }

        name.Name.ShouldBe(CreateOrderOrchestration.Name);
        if (IsDown)
            throw new InvalidOperationException("The hub is down.");
        lock (instances)
        {
            if (instances.TryGetValue(id, out var earlier) && !earlier.IsCompleted)
                throw new InvalidOperationException($"{id} already exists.");
            instances[id] = Begin(id, (JournalCall)input!);
        }

        return id;
    }

    private Task Begin(string id, JournalCall journal)
    {
        Started.Enqueue(id);
        var context = new Mock<TaskOrchestrationContext>();
        context.Setup(c => c.GetInput<JournalCall>()).Returns(journal);
#pragma warning disable DURABLE2003 // The analyzer sees this assembly alone; the activity is in the app's.
        context
            .Setup(c => c.CallActivityAsync(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<TaskOptions?>()))
            .Returns(
                (TaskName name, object? call, TaskOptions? options) =>
                    Act(name.Name, (JournalCall)call!, options!.Retry!.Policy!.MaxNumberOfAttempts)
            );
#pragma warning restore DURABLE2003
        return Task.Run(() => CreateOrderOrchestration.Run(context.Object));
    }

    private async Task Act(string name, JournalCall call, int attempts)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Activities.Enqueue(name);
                await Before();
                await walk.Run(call, CancellationToken.None);
                return;
            }
            catch (Exception) when (attempt < attempts)
            {
                // The next try of the retry policy.
            }
        }
    }

    private OrchestrationMetadata? Describe(string id) =>
        instances.TryGetValue(id, out var run)
            ? new OrchestrationMetadata(CreateOrderOrchestration.Name, id) { RuntimeStatus = Status(run) }
            : null;

    private static OrchestrationRuntimeStatus Status(Task run) =>
        run.IsFaulted ? OrchestrationRuntimeStatus.Failed
        : run.IsCompleted ? OrchestrationRuntimeStatus.Completed
        : OrchestrationRuntimeStatus.Running;
}
