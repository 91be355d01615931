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
    public static SimulationRun Of(int seed, Sabotage sabotage = Sabotage.None)
    {
        var world = new World(seed, sabotage);
        try
        {
            world.Run(Story.Tell);
            Invariants.Check(world);
        }
        catch (SimulationException stopped)
        {
            world.Violations.Add(stopped.Message);
        }

        return new SimulationRun(
            seed,
            world.Time.Elapsed,
            world.Steps,
            world.Restarts,
            world.Tables.Orders.Count,
            world.Faults.Counts,
            world.Answers,
            world.Violations
        );
    }

    /// <summary>Runs seeds side by side and prints what they added up to.</summary>
    public static IReadOnlyList<SimulationRun> Many(int first, int count, TextWriter output, Sabotage sabotage = Sabotage.None)
    {
        var runs = new SimulationRun[count];
        Parallel.For(0, count, i => runs[i] = Of(first + i, sabotage));
        output.WriteLine(
            $"seeds {first}…{first + count - 1}: {runs.Sum(r => r.Orders)} orders, {runs.Sum(r => r.VirtualTime.TotalHours):F0} virtual hours, {runs.Sum(r => r.Steps)} awaits, {runs.Sum(r => r.Restarts)} restarts"
        );
        output.WriteLine($"faults: {Sums(runs.SelectMany(r => r.Faults))}");
        output.WriteLine($"answers: {Sums(runs.SelectMany(r => r.Answers))}");
        foreach (var run in runs.Where(r => r.Violations.Count > 0).Take(20))
            output.WriteLine($"seed {run.Seed}: {string.Join("; ", run.Violations.Take(3))}");
        output.WriteLine($"violations: {runs.Sum(r => r.Violations.Count)}");
        return runs;
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
