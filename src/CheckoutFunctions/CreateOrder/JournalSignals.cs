using System.Collections.Concurrent;
using Checkout.Orders;

namespace Checkout.Functions.CreateOrder;

/// <summary>Between the activities and the calls of one process: which journals are being walked here, and how the walks ended.</summary>
public sealed class JournalSignals
{
    private readonly ConcurrentDictionary<string, Listener> listeners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> walks = new(StringComparer.Ordinal);

    /// <summary>Hears of the next walk's end until it is disposed; one at a time for an order.</summary>
    public Listener Listen(string publicOrderId) => listeners[publicOrderId] = new Listener(this, publicOrderId);

    public bool IsWalked(string publicOrderId) => walks.TryGetValue(publicOrderId, out var count) && count > 0;

    public JournalWalk Walk(string publicOrderId)
    {
        walks.AddOrUpdate(publicOrderId, 1, (_, count) => count + 1);
        return new JournalWalk(this, publicOrderId);
    }

    public sealed class Listener(JournalSignals signals, string publicOrderId) : IDisposable
    {
        private readonly TaskCompletionSource<Result<Order>> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The order as the walk left it, or what puts it off.</summary>
        public Task<Result<Order>> Heard => heard.Task;

        internal void Tell(Result<Order> result) => heard.TrySetResult(result);

        public void Dispose() => signals.listeners.TryRemove(new KeyValuePair<string, Listener>(publicOrderId, this));
    }

    public sealed class JournalWalk(JournalSignals signals, string publicOrderId) : IDisposable
    {
        public void Told(Result<Order> result)
        {
            if (signals.listeners.TryGetValue(publicOrderId, out var listener))
                listener.Tell(result);
        }

        public void Dispose()
        {
            if (signals.walks.AddOrUpdate(publicOrderId, 0, (_, count) => count - 1) <= 0)
                signals.walks.TryRemove(new KeyValuePair<string, int>(publicOrderId, 0));
        }
    }
}
