using Checkout.Simulation.Clients;

namespace Checkout.Simulation;

/// <summary>One run: clients do business while things go wrong, then the faults end and the world comes to rest.</summary>
internal static class Story
{
    /// <summary>Nothing may stay unfinished longer than this.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(12);

    public static async Task Tell(World world)
    {
        using var closing = new CancellationTokenSource();
        var hosts = world.Hosts.Select(host => KeepAlive(world, host, closing.Token)).ToList();
        var clients = Enumerable.Range(0, 2 + world.Chance.Next(2)).Select(number => Client.For(world, number).Run()).ToList();
        clients.Add(new Dashboard(world).Run());
        await Task.WhenAll(clients);

        world.Faults.On = false;
#pragma warning disable CA1849, MA0042 // CancelAsync leaves the world's one thread.
        closing.Cancel();
#pragma warning restore CA1849, MA0042
        await Task.WhenAll(hosts);
        await StartAnew(world);
        var notices = world.Postman.Finish();
        await ComeToRest(world);
        await notices;
        await ComeToRest(world);
    }

    /// <summary>Starts a process again when it dies, and sweeps every minute, as a host does.</summary>
    private static async Task KeepAlive(World world, Host host, CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            await Task.WhenAny(host.Death, Tick(world, closing));
            if (host.Death.IsCompleted)
            {
                host.Restart();
                await Swept(host, host.Process.Sweep.RunAtStart);
            }
            else if (!closing.IsCancellationRequested)
            {
                await Swept(host, host.Process.Sweep.Run);
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

    private static async Task Swept(Host host, Func<CancellationToken, Task<int>> sweep)
    {
        try
        {
            await Task.WhenAny(sweep(CancellationToken.None), host.Death);
        }
        catch (StoreUnavailableException)
        {
            // The next sweep finds the same rows.
        }
    }

    private static async Task StartAnew(World world)
    {
        foreach (var host in world.Hosts)
        {
            host.Restart();
            await host.Process.Sweep.RunAtStart(CancellationToken.None);
        }
    }

    /// <summary>Does what is due, however long it takes until nothing is.</summary>
    private static async Task ComeToRest(World world)
    {
        for (var sweeps = 0; world.Tables.WakeUps.Count > 0; sweeps++)
        {
            if (world.Time.Elapsed > Rest || sweeps > 5000)
                return;
            await WaitUntil(world, world.Tables.WakeUps.Values.Min(w => w.Due) + Host.MostSkew);
            await world.AnyHost().Process.Sweep.Run(CancellationToken.None);
        }
    }

    private static async Task WaitUntil(World world, DateTimeOffset at)
    {
        if (at > world.Time.GetUtcNow())
            await Task.Delay(at - world.Time.GetUtcNow(), world.Time);
    }
}
