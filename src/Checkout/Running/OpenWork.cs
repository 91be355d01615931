using System.Collections.Concurrent;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// What the sweep of this process found undone, for those who watch over it. An entry that nobody has seen for longer than
/// the sweep puts work off is another process's by now, and forgotten.
/// </summary>
public sealed class OpenWork(TimeProvider time)
{
    /// <summary>Longer than any work is put off.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(5);

    private readonly ConcurrentDictionary<(OpenWorkKind Kind, string PublicOrderId), Entry> entries = new();
    private long oldestDueTicks;
    private long deadLetters;

    /// <summary>How long the oldest wake-up was overdue when the sweep looked last.</summary>
    public TimeSpan OldestOverdue => TimeSpan.FromTicks(Interlocked.Read(ref oldestDueTicks));

    /// <summary>Of all shops, when they were counted last.</summary>
    public long DeadLetters => Interlocked.Read(ref deadLetters);

    public void Overdue(TimeSpan oldest) => Interlocked.Exchange(ref oldestDueTicks, oldest.Ticks);

    public void Counted(long letters) => Interlocked.Exchange(ref deadLetters, letters);

    /// <param name="since">When the work came about.</param>
    public void Seen(OpenWorkKind kind, string publicOrderId, DateTimeOffset since) =>
        entries[(kind, publicOrderId)] = new Entry(since, time.GetUtcNow());

    public void Done(OpenWorkKind kind, string publicOrderId) => entries.TryRemove((kind, publicOrderId), out _);

    /// <summary>Why work on the order is put off, as far as this process saw (<see cref="PutOffReasons"/>).</summary>
    public string WhyNotDone(string publicOrderId) =>
        entries.ContainsKey((OpenWorkKind.UnknownIntent, publicOrderId)) ? PutOffReasons.UnknownOutcome
        : entries.ContainsKey((OpenWorkKind.Processing, publicOrderId)) ? PutOffReasons.Processing
        : entries.ContainsKey((OpenWorkKind.Message, publicOrderId)) ? PutOffReasons.MessageNotTaken
        : PutOffReasons.NotDone;

    /// <summary>Orders with such work.</summary>
    public int Count(OpenWorkKind kind) => Remembered(kind).Count();

    /// <summary>Zero when there is none.</summary>
    public TimeSpan Oldest(OpenWorkKind kind) =>
        Remembered(kind).Select(entry => time.GetUtcNow() - entry.Since).DefaultIfEmpty(TimeSpan.Zero).Max();

    private IEnumerable<Entry> Remembered(OpenWorkKind kind)
    {
        var since = time.GetUtcNow() - Memory;
        foreach (var (key, entry) in entries)
        {
            if (entry.SeenAt < since)
                entries.TryRemove(key, out _);
            else if (key.Kind == kind)
                yield return entry;
        }
    }

    private sealed record Entry(DateTimeOffset Since, DateTimeOffset SeenAt);
}
