using Checkout.Simulation.Time;

namespace Checkout.Simulation;

/// <summary>
/// What goes wrong, and how often, by seed: every touch of the outside is one await at which the process may die, the
/// store may be busy before or after it did what it was asked, and a gateway may stay silent.
/// </summary>
internal sealed class Faults(Random chance)
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Off while the world comes to rest at the end.</summary>
    public bool On { get; set; } = true;

    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <param name="perMille">How many in a thousand.</param>
    public bool Happens(string fault, int perMille)
    {
        if (!On || chance.Next(1000) >= perMille)
            return false;
        counts[fault] = counts.GetValueOrDefault(fault) + 1;
        return true;
    }
}

/// <summary>The store answered 503, or the answer was lost: whether it did what it was asked is unknown.</summary>
internal sealed class StoreUnavailableException() : Exception("The store is unavailable.");

/// <summary>The outside as one process sees it: after a crash nothing that it awaits ever goes on.</summary>
internal sealed class Outside(Scheduler scheduler, Faults faults)
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    public bool Crashed { get; private set; }

    /// <summary>Completed when the process dies; its waiters are posted to the world's one thread.</summary>
    public TaskCompletionSource Death { get; } = new();

    /// <summary>One touch of the store: the process may die before or after, the store may fail before or after.</summary>
    public async Task<T> Store<T>(Func<T> touch)
    {
        await Await();
        if (faults.Happens("store busy", 8))
            throw new StoreUnavailableException();
        var result = touch();
        await Await();
        if (faults.Happens("acknowledgement lost", 4))
            throw new StoreUnavailableException();
        return result;
    }

    /// <summary>An await at which the process may die.</summary>
    public async Task Await()
    {
        await scheduler.Step();
        if (!Crashed && faults.Happens("crash", 3))
            Crash();
        if (Crashed)
            await Never;
    }

    private void Crash()
    {
        Crashed = true;
        Death.TrySetResult();
    }
}
