namespace Checkout.Simulation.Time;

/// <summary>
/// Runs every task of a world on one thread. Each await on the outside is a step that waits in a list; the seed picks which
/// step goes on next, so the same seed gives the same interleaving. When nothing can go on, time jumps to the next timer.
/// </summary>
internal sealed class Scheduler(Random chance, VirtualTime time) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
    private readonly List<TaskCompletionSource> steps = [];

    /// <summary>So long the outside takes for anything: no two things happen in the same moment.</summary>
    private static readonly TimeSpan AStep = TimeSpan.FromMilliseconds(3);

    public long Steps { get; private set; }

    /// <summary>An await on the outside world.</summary>
    public Task Step()
    {
        var step = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        steps.Add(step);
        return step.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => ready.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs until the task is done. A task that waits for nothing that can ever come is a deadlock.</summary>
    public void Run(Func<Task> work)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = work();
            while (!task.IsCompleted)
            {
                if (ready.TryDequeue(out var next))
                    next.Callback(next.State);
                else if (steps.Count > 0)
                    Continue(chance.Next(steps.Count));
                else if (!time.JumpToNextTimer())
                    throw new SimulationException("Nothing can go on: a deadlock.");
                if (++Steps > 400_000)
                    throw new SimulationException("The world does not come to rest.");
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private void Continue(int index)
    {
        var step = steps[index];
        steps[index] = steps[^1];
        steps.RemoveAt(steps.Count - 1);
        time.Pass(AStep);
        step.SetResult();
    }
}

internal sealed class SimulationException(string message) : Exception(message);
