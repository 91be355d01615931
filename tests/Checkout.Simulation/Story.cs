using Checkout.Simulation.Clients;

namespace Checkout.Simulation;

/// <summary>One run: clients do business while things go wrong, then the faults end and the world comes to rest.</summary>
internal static class Story
{
    /// <summary>Nothing may stay unfinished longer than this.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(4);

    public static async Task Tell(World world)
    {
        using var closing = new CancellationTokenSource();
        var host = KeepAlive(world, closing.Token);
        var clients = Enumerable.Range(0, 2 + world.Chance.Next(4)).Select(number => Client.For(world, number).Run()).ToList();
        await Task.WhenAll(clients);

        world.Faults.On = false;
#pragma warning disable CA1849, MA0042 // CancelAsync leaves the world's one thread.
        closing.Cancel();
#pragma warning restore CA1849, MA0042
        await host;
        await ComeToRest(world);
    }

    /// <summary>Starts a process again when it dies, and sweeps every minute, as a host does.</summary>
    private static async Task KeepAlive(World world, CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            await Task.WhenAny(world.Death, Tick(world, closing));
            if (world.Death.IsCompleted)
            {
                world.Restart();
                await Swept(world, world.Process.Sweep.RunAtStart);
            }
            else if (!closing.IsCancellationRequested)
            {
                await Swept(world, world.Process.Sweep.Run);
            }
        }
    }

    private static async Task Tick(World world, CancellationToken closing)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(1), world.Time, closing);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The shop closes: the host stops sweeping on the clock.
        }
    }

    private static async Task Swept(World world, Func<CancellationToken, Task<int>> sweep)
    {
        try
        {
            await Task.WhenAny(sweep(CancellationToken.None), world.Death);
        }
        catch (StoreUnavailableException)
        {
            // The next sweep finds the same rows.
        }
    }

    private static async Task ComeToRest(World world)
    {
        world.Restart();
        await world.Process.Sweep.RunAtStart(CancellationToken.None);
        for (var sweeps = 0; world.Tables.WakeUps.Count > 0; sweeps++)
        {
            if (world.Time.Elapsed > Rest || sweeps > 5000)
                return;
            world.Time.JumpTo(world.Tables.WakeUps.Values.Min(w => w.Due));
            await world.Process.Sweep.Run(CancellationToken.None);
        }
    }
}
