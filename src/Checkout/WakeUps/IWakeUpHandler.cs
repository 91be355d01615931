using Checkout.Shops;

namespace Checkout.WakeUps;

/// <summary>
/// The domain step behind a kind of wake-up. It is harmless when called twice, early or late, and when there is nothing
/// to do any more.
/// </summary>
public interface IWakeUpHandler
{
    string Kind { get; }

    /// <summary>Null when the work is done or not wanted any more; otherwise when to look again.</summary>
    Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation);
}

/// <summary>How long work that could not be done is put off: doubling from the first wait to the longest.</summary>
public static class PutOff
{
    public static TimeSpan After(int attempt, TimeSpan first, TimeSpan longest)
    {
        var wait = first * (1L << Math.Clamp(attempt, 0, 30));
        return wait < longest ? wait : longest;
    }
}
