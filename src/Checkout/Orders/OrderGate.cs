using System.Collections.Concurrent;

namespace Checkout.Orders;

/// <summary>
/// Lets the requests of one process take turns on an order, so that they do not waste commits on each other.
/// It is a courtesy, not the guard: that is the ETag, which also holds between processes.
/// </summary>
public sealed class OrderGate(TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.Ordinal);

    /// <summary>Null when the turn did not come within <see cref="Patience"/>; dispose to hand it on.</summary>
    public async Task<IDisposable?> Enter(string publicOrderId, CancellationToken cancellation)
    {
        var turn = Join(publicOrderId);
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            await turn.Semaphore.WaitAsync(either.Token);
            return new Place(this, publicOrderId, turn);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Leave(publicOrderId, turn);
            return null;
        }
        catch (OperationCanceledException)
        {
            Leave(publicOrderId, turn);
            throw;
        }
    }

    private Turn Join(string publicOrderId)
    {
        while (true)
        {
            var turn = turns.GetOrAdd(publicOrderId, _ => new Turn());
            lock (turn)
            {
                if (turn.Gone)
                    continue;
                turn.Waiting++;
                return turn;
            }
        }
    }

    private void Leave(string publicOrderId, Turn turn)
    {
        lock (turn)
        {
            if (--turn.Waiting > 0)
                return;
            turn.Gone = true;
            turns.TryRemove(publicOrderId, out _);
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);
        public int Waiting { get; set; }
        public bool Gone { get; set; }
    }

    private sealed class Place(OrderGate gate, string publicOrderId, Turn turn) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 1)
                return;
            turn.Semaphore.Release();
            gate.Leave(publicOrderId, turn);
        }
    }
}
