using System.Collections.Concurrent;

namespace Checkout.AzureStorage.Tables;

/// <summary>A small cache whose entries end at a time; when it is full it starts over rather than grow.</summary>
internal sealed class TimedCache<T>(TimeProvider time, int capacity)
{
    private readonly ConcurrentDictionary<string, (T Value, DateTimeOffset Until)> entries = new(StringComparer.Ordinal);

    public bool TryGet(string key, out T value)
    {
        if (entries.TryGetValue(key, out var entry) && time.GetUtcNow() < entry.Until)
        {
            value = entry.Value;
            return true;
        }

        value = default!;
        return false;
    }

    public void Put(string key, T value, TimeSpan life)
    {
        if (entries.Count >= capacity)
            entries.Clear();
        entries[key] = (value, time.GetUtcNow() + life);
    }

    public void Remove(string key) => entries.TryRemove(key, out _);
}
