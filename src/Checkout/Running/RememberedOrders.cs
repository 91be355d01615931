using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// The orders that this process wrote last, each with the ETag of that write, so that the next change of one need not load it.
/// What is remembered may be old by now. Only a commit with its ETag, or a load that finds the same, proves that it is not:
/// <see cref="OrderRun"/> decides everything else again on a fresh load.
/// </summary>
public sealed class RememberedOrders(TimeProvider time)
{
    public const int MostOrders = 2_000;

    /// <summary>Of all orders together, as <see cref="SizeOf"/> estimates them.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>A shopper who comes back later than this is answered from a fresh load.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock door = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> entries = new(StringComparer.Ordinal);

    // The one written last comes first.
    private readonly LinkedList<Entry> newest = new();
    private long bytes;

    public void Keep(StoredOrder stored)
    {
        var entry = new Entry(stored, SizeOf(stored.Order), time.GetTimestamp());
        lock (door)
        {
            Remove(stored.Order.PublicOrderId);
            if (entry.Bytes > MostBytes)
                return;
            entries.Add(stored.Order.PublicOrderId, newest.AddFirst(entry));
            bytes += entry.Bytes;
            while (entries.Count > MostOrders || bytes > MostBytes)
                Remove(newest.Last!.Value.Stored.Order.PublicOrderId);
        }
    }

    public void Forget(string publicOrderId)
    {
        lock (door)
            Remove(publicOrderId);
    }

    /// <summary>Null when it is not remembered, or for too long.</summary>
    public StoredOrder? Find(string publicOrderId)
    {
        lock (door)
            return entries.TryGetValue(publicOrderId, out var node) && time.GetElapsedTime(node.Value.Kept) < Longest
                ? node.Value.Stored
                : null;
    }

    /// <summary>Bytes in memory, roughly: what every order and every line takes, and two for each character of free text.</summary>
    internal static long SizeOf(Order order) => 8_000 + (order.LineItems.Length * 1_500L) + (2 * OrderSize.TextOf(order));

    private void Remove(string publicOrderId)
    {
        if (!entries.Remove(publicOrderId, out var node))
            return;
        newest.Remove(node);
        bytes -= node.Value.Bytes;
    }

    private sealed record Entry(StoredOrder Stored, long Bytes, long Kept);
}
