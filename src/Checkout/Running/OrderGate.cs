namespace Checkout.Running;

/// <summary>
/// Lets the requests of one process take turns on an order, first come first served, so that they do not waste commits
/// on each other. It is a courtesy, not the guard: that is the ETag, which also holds between processes.
/// </summary>
public sealed class OrderGate(TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly Lock door = new();
    private readonly Dictionary<string, LinkedList<TaskCompletionSource<bool>>> queues = new(StringComparer.Ordinal);

    /// <summary>Null when the turn did not come within <see cref="Patience"/>; dispose to hand it on.</summary>
    public async Task<IDisposable?> Enter(string key, CancellationToken cancellation)
    {
        if (Queue(key) is { } turn)
        {
            await using var patience = time.CreateTimer(_ => GiveUp(key, turn), null, Patience, Timeout.InfiniteTimeSpan);
            await using var canceled = cancellation.Register(() => GiveUp(key, turn));
            if (!await turn.Task)
            {
                cancellation.ThrowIfCancellationRequested();
                return null;
            }
        }

        return new Place(this, key);
    }

    /// <summary>Null when nobody is in front.</summary>
    private TaskCompletionSource<bool>? Queue(string key)
    {
        lock (door)
        {
            if (!queues.TryGetValue(key, out var queue))
            {
                queues.Add(key, new LinkedList<TaskCompletionSource<bool>>());
                return null;
            }

            return queue.AddLast(new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)).Value;
        }
    }

    /// <summary>Does nothing when the turn has come already.</summary>
    private void GiveUp(string key, TaskCompletionSource<bool> turn)
    {
        lock (door)
        {
            if (queues.TryGetValue(key, out var queue) && queue.Remove(turn))
                turn.SetResult(false);
        }
    }

    private void HandOn(string key)
    {
        lock (door)
        {
            var queue = queues[key];
            if (queue.First is not { } next)
            {
                queues.Remove(key);
                return;
            }

            queue.RemoveFirst();
            next.Value.SetResult(true);
        }
    }

    private sealed class Place(OrderGate gate, string key) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                gate.HandOn(key);
        }
    }
}
