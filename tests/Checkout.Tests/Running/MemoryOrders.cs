using System.Globalization;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Tests.Running;

/// <summary>One order, counted as storage transactions are, with another writer that can be told to be faster.</summary>
internal sealed class MemoryOrders(Order order) : IOrderStore
{
    private int others;

    public StoredOrder Stored { get; private set; } = new(order, "0");
    public int Loads { get; private set; }
    public int Commits { get; private set; }

    /// <summary>How many commits from now on come after one of somebody else.</summary>
    public int LosesNext { get; set; }

    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation)
    {
        Loads++;
        return Task.FromResult(publicOrderId == Stored.Order.PublicOrderId ? Stored : null);
    }

    public Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation)
    {
        Commits++;
        if (LosesNext > 0)
        {
            LosesNext--;
            Write(Stored.Order with { CartId = $"other {++others}" });
        }

        if (previous.ETag != Stored.ETag)
            return Task.FromResult<StoredOrder?>(null);
        Write(next);
        return Task.FromResult<StoredOrder?>(Stored);
    }

    public Task<StoredOrder?> Add(Order order, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    /// <summary>Another process changes the order.</summary>
    public void WriteElsewhere(string cart) => Write(Stored.Order with { CartId = cart });

    private void Write(Order order) =>
        Stored = new(
            order with
            {
                Version = order.Version + 1,
                NewTimeline = [],
            },
            (int.Parse(Stored.ETag, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)
        );
}
