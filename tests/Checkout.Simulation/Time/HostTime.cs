namespace Checkout.Simulation.Time;

/// <summary>The world's time as one host's clock shows it: it is fast or slow by some seconds. Timers run true.</summary>
internal sealed class HostTime(VirtualTime time, TimeSpan skew) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + skew;

    public override long GetTimestamp() => time.GetTimestamp();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
