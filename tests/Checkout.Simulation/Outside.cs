using Checkout.Simulation.Time;

namespace Checkout.Simulation;

/// <summary>
/// The outside as one process sees it: after a crash nothing that it awaits ever goes on; while its machine is paused nothing
/// goes on, and then all of it does, with what it knew before.
/// </summary>
internal sealed class Outside(Scheduler scheduler, Faults faults, TimeProvider time)
{
    private static readonly Task Never = new TaskCompletionSource().Task;
    private Task pause = Task.CompletedTask;

    public bool Crashed { get; private set; }

    /// <summary>Until then it may go on with what it knew before it was paused.</summary>
    public DateTimeOffset LateUntil { get; private set; }

    public bool IsPaused => !pause.IsCompleted;

    /// <summary>Completed when the process dies; its waiters are posted to the world's one thread.</summary>
    public TaskCompletionSource Death { get; } = new();

    /// <summary>One touch of the store: the process may die before or after, the store may fail before or after.</summary>
    public async Task<T> Store<T>(Func<T> touch)
    {
        await Await();
        if (faults.Happens("store busy", 8))
            throw new StoreUnavailableException();
        var result = touch();
        await Await();
        if (faults.Happens("acknowledgement lost", 4))
            throw new StoreUnavailableException();
        return result;
    }

    /// <summary>An await at which the process may die or be paused.</summary>
    public async Task Await()
    {
        await scheduler.Step();
        if (!Crashed && faults.Happens("crash", 3))
            Crash();
        if (!Crashed && !IsPaused && faults.HappensSeldom("pause", 8))
        {
            var length = faults.PauseLength();
            LateUntil = time.GetUtcNow() + length + TimeSpan.FromMinutes(5);
            pause = Task.Delay(length, time);
        }

        while (IsPaused)
            await pause;
        if (Crashed)
            await Never;
    }

    private void Crash()
    {
        Crashed = true;
        Death.TrySetResult();
    }
}
