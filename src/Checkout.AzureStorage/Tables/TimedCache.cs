using System.Collections.Concurrent;

namespace Checkout.AzureStorage.Tables;

/// <summary>
/// A small cache whose entries end at a time; when it is full it starts over rather than grow. An entry that is asked for
/// late in its life is renewed beside the call that asks, so that what is in use costs no call anything.
/// </summary>
internal sealed class TimedCache<T>(TimeProvider time, int capacity)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <param name="renew">Reads the value again; null is a value that is gone.</param>
    public bool TryGet(string key, out T value, Func<Task<T?>>? renew = null)
    {
        if (entries.TryGetValue(key, out var entry) && time.GetUtcNow() is var now && now < entry.Until)
        {
            if (renew is not null && now >= entry.Until - (entry.Life / 3) && entry.IsFirstToRenew())
            {
                // What it costs is nobody's call.
                using var apart = ExecutionContext.SuppressFlow();
                _ = Task.Run(() => Renew(key, entry, renew));
            }

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
        entries[key] = new Entry(value, life, time.GetUtcNow() + life);
    }

    public void Remove(string key) => entries.TryRemove(key, out _);

    /// <summary>
    /// Yields to whoever put another value in the meantime. A fault is left to the call that finds the entry ended: it reads for
    /// itself, and meets the same.
    /// </summary>
    private async Task Renew(string key, Entry entry, Func<Task<T?>> renew)
    {
        if (await renew() is { } value)
            entries.TryUpdate(key, new Entry(value, entry.Life, time.GetUtcNow() + entry.Life), entry);
        else
            entries.TryRemove(KeyValuePair.Create(key, entry));
    }

    private sealed class Entry(T value, TimeSpan life, DateTimeOffset until)
    {
        private int renewing;

        public T Value => value;
        public TimeSpan Life => life;
        public DateTimeOffset Until => until;

        public bool IsFirstToRenew() => Interlocked.Exchange(ref renewing, 1) == 0;
    }
}
