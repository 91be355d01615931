namespace Checkout.Orders;

/// <summary>
/// Lets the requests of one process take turns on an order, first come first served, so that they do not waste commits
/// on each other. It is a courtesy, not the guard: that is the ETag, which also holds between processes.
/// </summary>
public sealed class OrderGate(TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly Lock door = new();
    private readonly Dictionary<string, LinkedList<TaskCompletionSource>> queues = new(StringComparer.Ordinal);

    /// <summary>Null when the turn did not come within <see cref="Patience"/>; dispose to hand it on.</summary>
    public async Task<IDisposable?> Enter(string key, CancellationToken cancellation)
    {
        var turn = Queue(key);
        if (turn is null)
            return new Place(this, key);
        try
        {
            await turn.Task.WaitAsync(Patience, time, cancellation);
        }
        catch (TimeoutException) when (GiveUp(key, turn))
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            if (!GiveUp(key, turn))
                HandOn(key);
            throw;
        }
        catch (TimeoutException)
        {
            // The turn came in the same moment.
        }

        return new Place(this, key);
    }

    /// <summary>Null when nobody is in front.</summary>
    private TaskCompletionSource? Queue(string key)
    {
        lock (door)
        {
            if (!queues.TryGetValue(key, out var queue))
            {
                queues.Add(key, new LinkedList<TaskCompletionSource>());
                return null;
            }

            return queue.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Value;
        }
    }

    /// <summary>False when the turn had come already.</summary>
    private bool GiveUp(string key, TaskCompletionSource turn)
    {
        lock (door)
            return queues.TryGetValue(key, out var queue) && queue.Remove(turn);
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
            next.Value.SetResult();
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
