namespace Checkout.Simulation;

/// <summary>
/// What goes wrong, and how often, by seed: every touch of the outside is one await at which the process may die or be
/// paused, the store may be busy before or after it did what it was asked, and a gateway may stay silent.
/// </summary>
internal sealed class Faults(Random chance)
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Off while the world comes to rest at the end.</summary>
    public bool On { get; set; } = true;

    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>How often the store failed.</summary>
    public int StoreFailures => counts.GetValueOrDefault("store busy") + counts.GetValueOrDefault("acknowledgement lost");

    /// <param name="perMille">How many in a thousand.</param>
    public bool Happens(string fault, int perMille)
    {
        if (!On || chance.Next(1000) >= perMille)
            return false;
        Count(fault);
        return true;
    }

    /// <summary>One of ten thousand.</summary>
    public bool HappensSeldom(string fault, int perTenThousand)
    {
        if (!On || chance.Next(10_000) >= perTenThousand)
            return false;
        Count(fault);
        return true;
    }

    /// <summary>Something that others brought about, for the report.</summary>
    public void Count(string fault) => counts[fault] = counts.GetValueOrDefault(fault) + 1;

    /// <summary>Mostly longer than a sweep waits before it looks after what a host left (two minutes).</summary>
    public TimeSpan PauseLength() => TimeSpan.FromSeconds(30 + chance.Next(600));
}
