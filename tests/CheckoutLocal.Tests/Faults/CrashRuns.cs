using Shouldly;
using Xunit.Abstractions;

namespace Checkout.Local.Tests.Faults;

/// <summary>
/// Runs an operation once to learn which places it comes by, then once more for each place: the host is killed there and
/// started again, the client calls until it is answered, and the books must agree. At the end all books are held again, of
/// the whole grid after one more start, so that nothing that happened late goes unseen.
/// </summary>
internal sealed class CrashRuns(Lane lane, Operation operation, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    private readonly List<Scene> scenes = [];
    private int kills;

    /// <summary>Asked for by the environment variable FAULTS=all; otherwise a sample is run.</summary>
    public static bool AreAllWanted => Environment.GetEnvironmentVariable("FAULTS") == "all";

    public async Task Run(Func<CrashTurn, bool> sample)
    {
        // A run that failed may have left it armed, or dead.
        lane.Spare();
        if (lane.HasDied)
            await lane.Restart();
        var turns = (await Learn()).Where(turn => AreAllWanted || sample(turn)).ToList();
        turns.ShouldNotBeEmpty();
        foreach (var turn in turns)
        {
            try
            {
                await Run(turn);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"{operation.Name}, killed at {turn}: {fault.Message}", fault);
            }
        }

        if (AreAllWanted)
            await lane.Restart();
        foreach (var scene in scenes)
            await Hold(scene);
        output.WriteLine($"{operation.Name}: {turns.Count} runs, {kills} kills");
        kills.ShouldBeGreaterThan(turns.Count * 3 / 4);
    }

    private async Task<IReadOnlyList<CrashTurn>> Learn()
    {
        var scene = await operation.Prepare(lane);
        var before = lane.Reached().Length;
        await Answered(scene);
        await Settled(scene);
        if (operation.GoesOnLater)
            await UntilQuiet();
        return [.. CrashTurn.Of(lane.Reached()[before..])];
    }

    private async Task Run(CrashTurn turn)
    {
        var scene = await operation.Prepare(lane);
        lane.CrashAt(turn);
        var killed = await Try(scene) is null;
        if (killed)
        {
            await Revive();
            if (operation.ClientRetries)
                await Answered(scene);
        }
        else if (operation.GoesOnLater)
        {
            await Died();
        }

        lane.Spare();
        if (lane.HasDied)
            await Revive();
        await Settled(scene);
    }

    private async Task Answered(Scene scene)
    {
        var (path, body) = operation.Call(scene);
        var answer = await lane.Ask(operation.Method, path, body, TokenFor(path, scene));
        answer.Status.ShouldBe(200, answer.ToString());
    }

    private Task<WireAnswer?> Try(Scene scene)
    {
        var (path, body) = operation.Call(scene);
        return lane.Try(operation.Method, path, body, TokenFor(path, scene));
    }

    private static string TokenFor(string path, Scene scene) =>
        path.StartsWith(scene.Storefront, StringComparison.Ordinal) ? scene.Jwt : Lane.ApiToken;

    private async Task Revive()
    {
        kills++;
        await lane.Restart();
    }

    /// <summary>A timer's work is killed after the answer; a place that is not come by again is no fault.</summary>
    private async Task Died()
    {
        var until = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        while (!lane.HasDied && DateTime.UtcNow < until)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
    }

    private async Task UntilQuiet()
    {
        for (
            var (count, since) = (lane.Reached().Length, DateTime.UtcNow);
            DateTime.UtcNow - since < Quiet;
            await Task.Delay(TimeSpan.FromMilliseconds(200))
        )
            if (lane.Reached().Length != count)
                (count, since) = (lane.Reached().Length, DateTime.UtcNow);
    }

    /// <summary>The sweep may still be at it: the books must come to agree.</summary>
    private async Task Settled(Scene prepared)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            var scene = await prepared.Found(lane);
            try
            {
                await Hold(scene);
                scenes.Add(scene);
                return;
            }
            catch (ShouldAssertException) when (DateTime.UtcNow < until)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private async Task Hold(Scene scene)
    {
        if (operation.ClientRetries || await Books.Find(lane, scene) is not null)
            await Books.Agree(lane, scene, operation);
        else
            await Books.Untouched(lane, scene);
    }
}
