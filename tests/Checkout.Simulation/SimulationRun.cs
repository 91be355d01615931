using System.Globalization;
using Checkout.Simulation.Time;

namespace Checkout.Simulation;

/// <summary>What one seed showed.</summary>
internal sealed record SimulationRun(
    int Seed,
    TimeSpan VirtualTime,
    long Steps,
    int Restarts,
    int Orders,
    IReadOnlyDictionary<string, int> Faults,
    IReadOnlyDictionary<string, int> Answers,
    IReadOnlyList<string> Violations
)
{
    /// <summary>Seeds of a report: more are walked in several.</summary>
    private const int InAReport = 5_000;

    public static SimulationRun Of(int seed, Sabotage sabotage = Sabotage.None)
    {
        var world = new World(seed, sabotage);
        try
        {
            world.Run(Story.Tell);
            Invariants.Check(world);
        }
#pragma warning disable CA1031 // Whatever a story ends with is what the seed showed.
        catch (Exception stopped)
#pragma warning restore CA1031
        {
            world.Violations.Add(stopped is SimulationException ? stopped.Message : stopped.ToString());
        }

        return new SimulationRun(
            seed,
            world.Time.Elapsed,
            world.Scheduler.Steps,
            world.Hosts.Sum(h => h.Restarts),
            world.Tables.Orders.Count,
            world.Faults.Counts,
            world.Answers,
            world.Violations
        );
    }

    /// <summary>Walks seeds side by side and prints what they added up to; true when one broke an invariant.</summary>
    public static bool Many(int first, int count, TextWriter output, Sabotage sabotage = Sabotage.None)
    {
        var isBroken = false;
        for (var done = 0; done < count; done += InAReport)
            isBroken |= Report(Walk([.. Enumerable.Range(first + done, Math.Min(InAReport, count - done))], sabotage), output);
        return isBroken;
    }

    /// <summary>The runs of those seeds, side by side.</summary>
    public static IReadOnlyList<SimulationRun> Walk(IReadOnlyList<int> seeds, Sabotage sabotage = Sabotage.None)
    {
        var runs = new SimulationRun[seeds.Count];
        Parallel.For(0, seeds.Count, i => runs[i] = Of(seeds[i], sabotage));
        return runs;
    }

    /// <summary>The first seed of the next few hundred that breaks an invariant; false when none does.</summary>
    public static bool Catch(int first, Sabotage sabotage, TextWriter output)
    {
        const int Patience = 400;
        const int AtOnce = 16;
        for (var seed = first; seed < first + Patience; seed += AtOnce)
            if (Walk([.. Enumerable.Range(seed, AtOnce)], sabotage).FirstOrDefault(r => r.Violations.Count > 0) is { } caught)
            {
                output.WriteLine($"seed {caught.Seed}: {caught.Violations[0]}");
                return true;
            }

        output.WriteLine($"not seen in seeds {first} to {first + Patience - 1}");
        return false;
    }

    /// <summary>True when one of them broke an invariant.</summary>
    public static bool Report(IReadOnlyList<SimulationRun> runs, TextWriter output)
    {
        var hours = runs.Sum(r => r.VirtualTime.TotalHours);
        var (orders, awaits, restarts) = (runs.Sum(r => r.Orders), runs.Sum(r => r.Steps), runs.Sum(r => r.Restarts));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seeds {runs[0].Seed}…{runs[^1].Seed}: {orders} orders, {hours:F0} virtual hours, {awaits} awaits, {restarts} restarts"
            )
        );
        output.WriteLine($"faults: {Sums(runs.SelectMany(r => r.Faults))}");
        output.WriteLine($"answers: {Sums(runs.SelectMany(r => r.Answers))}");
        foreach (var run in runs.Where(r => r.Violations.Count > 0).Take(40))
            output.WriteLine($"seed {run.Seed}: {string.Join("; ", run.Violations.Take(3))}");
        output.WriteLine($"violations: {runs.Sum(r => r.Violations.Count)}");
        output.Flush();
        return runs.Any(r => r.Violations.Count > 0);
    }

    private static string Sums(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(
            ", ",
            counts
                .GroupBy(c => c.Key, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key} {g.Sum(c => c.Value)}")
        );
}
