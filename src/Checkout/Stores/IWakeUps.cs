namespace Checkout.Stores;

public interface IWakeUps
{
    Task Set(WakeUp wakeUp, CancellationToken cancellation);

    Task Clear(WakeUp wakeUp, CancellationToken cancellation);

    /// <summary>
    /// Ends a wake-up and leaves another of the same order and time in its place: one storage transaction, as <see cref="Clear"/> is.
    /// </summary>
    /// <exception cref="ArgumentException">They are not of one order and time.</exception>
    Task Replace(WakeUp wakeUp, WakeUp by, CancellationToken cancellation);

    /// <summary>
    /// As <see cref="Clear"/> at no storage transaction: whoever waits for the wake-up hears that it is not wanted, and its
    /// row stays until it is due and leads to nothing.
    /// </summary>
    Task CallOff(WakeUp wakeUp, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Those due by then, oldest first, at most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation);
}
