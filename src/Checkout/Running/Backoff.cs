namespace Checkout.Running;

/// <summary>How long a writer that lost a race waits before it decides again.</summary>
public static class Backoff
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMilliseconds(10),
        TimeSpan.FromMilliseconds(25),
        TimeSpan.FromMilliseconds(60),
        TimeSpan.FromMilliseconds(150),
    ];

    public static Task Wait(int attempt, TimeProvider time, CancellationToken cancellation) =>
        Task.Delay(Waits[Math.Min(attempt, Waits.Length) - 1], time, cancellation);
}
