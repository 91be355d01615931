using Checkout.Simulation.Time;

namespace Checkout.Simulation;

/// <summary>One of the machines that serve the shop: it has a clock of its own, and a new process whenever the last one died.</summary>
internal sealed class Host
{
    /// <summary>No clock is further off than this.</summary>
    public static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(20);

    /// <summary>So long a client waits for an answer; then it takes the connection for broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly World world;
    private readonly HostTime time;
    private Outside outside;
    private Process? process;

    public Host(World world, TimeSpan skew)
    {
        this.world = world;
        time = new HostTime(world.Time, skew);
        outside = NewOutside();
    }

    /// <summary>The one that is running now.</summary>
    public Process Process => process ??= new Process(world, outside, time);

    public int Restarts { get; private set; }

    public DateTimeOffset LateUntil => outside.LateUntil;

    /// <summary>Ends with the process that is running now; the host then starts the next one.</summary>
    public Task Death => outside.Death.Task;

    public void Restart()
    {
        Restarts++;
        outside = NewOutside();
        process = null;
    }

    /// <summary>
    /// A request from outside. Null when the process died or did not answer in time: the client sees a broken connection.
    /// </summary>
    public async Task<Answer?> Send(string endpoint, string token, object? body, params (string Name, string Value)[] route)
    {
        using var patience = new CancellationTokenSource();
        var handled = Process.Handle(endpoint, token, body, route);
        var first = await Task.WhenAny(handled, outside.Death.Task, Task.Delay(Patience, world.Time, patience.Token));
#pragma warning disable CA1849, MA0042 // CancelAsync leaves the world's one thread.
        patience.Cancel();
#pragma warning restore CA1849, MA0042
        return first == handled ? await handled : null;
    }

    private Outside NewOutside() => new(world.Scheduler, world.Faults, world.Time);
}
