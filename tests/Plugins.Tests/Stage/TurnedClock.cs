using Microsoft.Extensions.Time.Testing;

namespace Checkout.Plugins.Tests;

/// <summary>
/// A clock that the tests turn. The host's own rounds do not ring by it: a test does what is due, and knows when it is done.
/// The moments between two tries of a commit pass by themselves.
/// </summary>
public sealed class TurnedClock() : FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < Moment)
            return System.CreateTimer(callback, state, dueTime, period);
        return base.CreateTimer(
            callback,
            state,
            period == Timeout.InfiniteTimeSpan ? dueTime : Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }
}
