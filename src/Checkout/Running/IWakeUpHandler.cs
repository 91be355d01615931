using Checkout.Stores;

namespace Checkout.Running;

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
