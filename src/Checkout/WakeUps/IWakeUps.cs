namespace Checkout.WakeUps;

/// <summary>Why an order must be looked at again.</summary>
public static class WakeUpKinds
{
    /// <summary>A Create Order journal is open.</summary>
    public const string CreateOrder = "create-order";

    /// <summary>A payment transaction may be pending, or money may be held for an order that was never finished.</summary>
    public const string Reconcile = "reconcile";
    public const string DelayedCapture = "delayed-capture";
    public const string PlatformOrder = "platform-order";
    public const string AbandonedCheckout = "abandoned-checkout";
    public const string Outbox = "outbox";
}

/// <summary>
/// A note that work must go on at a time, whatever happens to the process. Written before the commit that makes the
/// work (a wake-up without work is harmless), deleted after the work is done.
/// </summary>
/// <param name="Attempt">0 the first time; grows when the work had to be put off.</param>
public sealed record WakeUp(string PublicOrderId, string Kind, DateTimeOffset Due, int Attempt = 0);

public interface IWakeUps
{
    Task Set(WakeUp wakeUp, CancellationToken cancellation);

    Task Clear(WakeUp wakeUp, CancellationToken cancellation);

    /// <summary>
    /// As <see cref="Clear"/> at no storage transaction: whoever waits for the wake-up hears that it is not wanted, and its
    /// row stays until it is due and leads to nothing.
    /// </summary>
    Task CallOff(WakeUp wakeUp, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Those due by then, oldest first, at most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation);
}
