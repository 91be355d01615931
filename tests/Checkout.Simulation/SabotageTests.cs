using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Checkout.Simulation;

/// <summary>
/// What the simulation is worth: a rule that is broken on purpose is seen. The seeds are those that saw it first; a change
/// of the product tells other stories under the same seeds, so the search goes on from there. README.md says what each
/// printed, and how to break a rule by hand.
/// </summary>
public sealed class SabotageTests(ITestOutputHelper output)
{
    private const int Patience = 300;

    [Theory]
    [InlineData(nameof(Sabotage.EveryTryHasItsOwnKey), 10, "the order says nothing")]
    [InlineData(nameof(Sabotage.IntentsAreNotWritten), 274, "the gateway did")]
    [InlineData(nameof(Sabotage.StockForgetsMoves), 3, "stock is")]
    public void Invariant_BrokenOnPurpose_IsSeen(string sabotage, int seed, string violation)
    {
        var caught = Enumerable
            .Range(seed, Patience)
            .Select(s => SimulationRun.Of(s, Enum.Parse<Sabotage>(sabotage)))
            .FirstOrDefault(run => run.Violations.Any(v => v.Contains(violation, StringComparison.Ordinal)));

        caught.ShouldNotBeNull();
        output.WriteLine($"{sabotage}: seed {caught.Seed}: {string.Join("; ", caught.Violations)}");
        SimulationRun.Of(caught.Seed).Violations.ShouldBeEmpty();
    }
}
