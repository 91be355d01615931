using Checkout.AzureStorage.WakeUps;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Local;

/// <summary>
/// Wake-ups in the table, and beside each retry that is due before the next round a timer of this process: what a server
/// missed for a moment reaches it within seconds. The row makes it certain, the timer prompt.
/// </summary>
internal sealed class PromptRetries(TableWakeUps rows, PromptWakeUps prompt, LocalOptions options, TimeProvider time) : IWakeUps
{
    public async Task Set(WakeUp wakeUp, CancellationToken cancellation)
    {
        await rows.Set(wakeUp, cancellation);
        var wait = wakeUp.Due - time.GetUtcNow();
        if (wakeUp is { Kind: WakeUpKinds.Outbox, Attempt: > 0 } && wait < TimeSpan.FromSeconds(options.SweepSeconds))
            _ = TakeLater(wakeUp, wait);
    }

    public Task Clear(WakeUp wakeUp, CancellationToken cancellation) => rows.Clear(wakeUp, cancellation);

    public Task Replace(WakeUp wakeUp, WakeUp by, CancellationToken cancellation) => rows.Replace(wakeUp, by, cancellation);

    public Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation) =>
        rows.Due(by, count, cancellation);

    private async Task TakeLater(WakeUp wakeUp, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time);
        prompt.Take(wakeUp);
    }
}
