using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Checkout.Simulation;

/// <summary>
/// The real domain, endpoints and journal on two hosts under crashes at any await, pauses, a busy store, lost
/// acknowledgements, conflicts, a silent gateway and people in its dashboard. A failing seed is replayed with
/// <c>tests/Checkout.Simulation/walk 1 SEED</c>; README.md says what is checked, and what a rule broken on purpose looked like.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>Every seed that ever found something.</summary>
    private static readonly int[] Found =
    [
        2216,
        2448,
        2610,
        3450,
        5288,
        5461,
        5535,
        5767,
        5853,
        9818,
        12_795,
        16_682,
        18_748,
        100_277,
        202_130,
    ];

    [Fact]
    public void AnySeed_WhateverFails_MoneyStockAndTimelinesAreRight()
    {
        using var report = new StringWriter();
        var runs = SimulationRun.Walk([.. Found, .. Enumerable.Range(1, 2000 - Found.Length)]);
        SimulationRun.Report(runs, report);
        output.WriteLine(report.ToString());
        runs.Where(r => r.Violations.Count > 0).Select(r => $"seed {r.Seed}: {string.Join("; ", r.Violations)}").ShouldBeEmpty();
    }

    [Fact]
    public void SameSeed_RunTwice_IsTheSameWorld()
    {
        var (once, again) = (SimulationRun.Of(7), SimulationRun.Of(7));
        again.Steps.ShouldBe(once.Steps);
        again.Faults.ShouldBe(once.Faults);
        again.VirtualTime.ShouldBe(once.VirtualTime);
    }
}
