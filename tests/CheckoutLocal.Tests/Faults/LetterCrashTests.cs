using System.Text.Json.Nodes;
using Checkout.Faults;
using Checkout.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Faults;

/// <summary>The confirmation of an order, with the host killed on the way from its commit to its letter and to the end of that work.</summary>
public sealed class LetterCrashTests(Emulator emulator) : IClassFixture<Emulator>
{
    /// <summary>A wake-up comes two minutes after the call that set it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task ProcessOrder_HostKilledBetweenTheCommitAndItsLetter_NextStartSendsOne()
    {
        await using var lane = await Lane.Start(emulator.ConnectionString);
        var turns = await Learn(lane);
        turns.Select(turn => turn.Place).ShouldContain(CrashPoint.BeforeOutboxRemove);
        foreach (var turn in turns)
        {
            var scene = await Die(lane, turn);
            if (turn.Place == CrashPoint.AfterOrderCommit)
                Sent(lane, scene).ShouldBe(0, "committed, and not yet written to");

            // Nobody calls again: the next start must do.
            await lane.Restart();
            await Until(() => Sent(lane, scene) > 0, $"sends what was left at {turn}");
            await UntilQuiet(lane);

            Sent(lane, scene).ShouldBe(1, $"{turn}");
            (await Books.Order(lane, scene)).Status.ShouldBe(OrderStatus.Processed);
        }
    }

    /// <summary>
    /// An order that was placed when the host died. The wake-ups of earlier orders come minutes later and pass the same places: a
    /// host that died of one of those is started again.
    /// </summary>
    private static async Task<Scene> Die(Lane lane, CrashTurn turn)
    {
        while (true)
        {
            var scene = await Calls.ReadyToProcess(lane);
            lane.CrashAt(turn);
            await Process(lane, scene);
            await Until(() => lane.HasDied, $"dies at {turn}");
            if ((await Books.Order(lane, scene)).Status is OrderStatus.Processed)
                return scene;
            await lane.Restart();
        }
    }

    /// <summary>From the commit that places the order to where nothing is left to do.</summary>
    private static async Task<IReadOnlyList<CrashTurn>> Learn(Lane lane)
    {
        var scene = await Calls.ReadyToProcess(lane);
        var before = lane.Reached().Length;
        await Process(lane, scene);
        await Until(() => Sent(lane, scene) == 1, "sends the letter");
        await UntilQuiet(lane);
        var turns = CrashTurn.Of(lane.Reached()[before..]).ToList();
        return turns[turns.FindLastIndex(turn => turn.Place == CrashPoint.AfterOrderCommit)..];
    }

    private static Task<WireAnswer?> Process(Lane lane, Scene scene) =>
        lane.Try(HttpMethod.Post, $"{scene.Storefront}/process_order", new JsonObject(), scene.Jwt);

    private static int Sent(Lane lane, Scene scene) => lane.Letters(scene.OrderId!).Count;

    private static async Task Until(Func<bool> holds, string what)
    {
        for (var until = DateTime.UtcNow + Patience; !holds(); await Task.Delay(TimeSpan.FromMilliseconds(100)))
            (DateTime.UtcNow < until).ShouldBeTrue($"The host never {what}.");
    }

    private static async Task UntilQuiet(Lane lane)
    {
        for (
            var (count, since) = (lane.Reached().Length, DateTime.UtcNow);
            DateTime.UtcNow - since < Quiet;
            await Task.Delay(TimeSpan.FromMilliseconds(200))
        )
            if (lane.Reached().Length != count)
                (count, since) = (lane.Reached().Length, DateTime.UtcNow);
    }
}
