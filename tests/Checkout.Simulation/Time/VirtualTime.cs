namespace Checkout.Simulation.Time;

/// <summary>A clock that moves with each touch of the outside, and jumps to the next timer when nothing else can happen.</summary>
internal sealed class VirtualTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<Timer, (DateTimeOffset Due, long Number)> timers = new();
    private DateTimeOffset now = Start;
    private long number;

    public TimeSpan Elapsed => now - Start;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void JumpTo(DateTimeOffset at) => now = at > now ? at : now;

    public void Pass(TimeSpan span) => now += span;

    public bool JumpToNextTimer()
    {
        while (timers.TryDequeue(out var timer, out var due))
        {
            if (!timer.IsDueAt(due.Due))
                continue;
            JumpTo(due.Due);
            timer.Fire();
            return true;
        }

        return false;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset? due;
        private TimeSpan period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            due = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
            if (due is { } at)
                time.timers.Enqueue(this, (at, ++time.number));
            return true;
        }

        public bool IsDueAt(DateTimeOffset at) => due == at;

        public void Fire()
        {
            due = null;
            if (period > TimeSpan.Zero)
                Change(period, period);
            callback(state);
        }

        public void Dispose() => due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
