using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Checkout.Simulation;

/// <summary>
/// What the simulation is worth: a rule that is broken on purpose is seen. The seeds are those that saw it first; a change
/// of the product tells other stories under the same seeds, so the search goes on from there. README.md says what each
/// printed; <c>sabotage/run</c> does the same with faults in the product's own code.
/// </summary>
public sealed class SabotageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(Sabotage.EveryTryHasItsOwnKey), 1)]
    [InlineData(nameof(Sabotage.IntentsAreNotWritten), 1)]
    [InlineData(nameof(Sabotage.StockForgetsMoves), 1)]
    [InlineData(nameof(Sabotage.LastWriterWins), 1)]
    [InlineData(nameof(Sabotage.NobodyIsWoken), 1)]
    [InlineData(nameof(Sabotage.KeysAreNotClaimed), 1)]
    [InlineData(nameof(Sabotage.UnknownIsDeclined), 1)]
    [InlineData(nameof(Sabotage.NobodyInspects), 1)]
    [InlineData(nameof(Sabotage.GiftCardsForgetMoves), 1)]
    [InlineData(nameof(Sabotage.OutboxForgets), 1)]
    [InlineData(nameof(Sabotage.AnswersAreBare), 1)]
    public void Invariant_BrokenOnPurpose_IsSeen(string sabotage, int seed)
    {
        using var caught = new StringWriter();

        var seen = SimulationRun.Catch(seed, Enum.Parse<Sabotage>(sabotage), caught);

        output.WriteLine($"{sabotage}: {caught}");
        seen.ShouldBeTrue();
    }
}
