using System.Security.Cryptography;
using System.Text;
using Checkout.AzureStorage.WakeUps;
using Checkout.Stores;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Checkout.Functions.Timers;

/// <summary>
/// Wake-ups in the table, and beside each that a merchant or a shopper waits for an orchestration that comes to the
/// second. The row makes it certain, the orchestration prompt; both lead to the same harmless step.
/// </summary>
public sealed partial class DurableWakeUps(TableWakeUps rows, DurableConnection connection, TimeProvider time, ILogger<DurableWakeUps> log)
    : IWakeUps
{
    public async Task Set(WakeUp wakeUp, CancellationToken cancellation)
    {
        await rows.Set(wakeUp, cancellation);
        if (HasTimer(wakeUp) && connection.Client is { } client)
            await Try(
                () =>
                    client.ScheduleNewOrchestrationInstanceAsync(
                        WakeUpTimer.Name,
                        wakeUp,
                        new StartOrchestrationOptions(InstanceOf(wakeUp)),
                        cancellation
                    ),
                wakeUp
            );
    }

    public async Task Clear(WakeUp wakeUp, CancellationToken cancellation)
    {
        await rows.Clear(wakeUp, cancellation);
        await CallOff(wakeUp, cancellation);
    }

    public async Task Replace(WakeUp wakeUp, WakeUp by, CancellationToken cancellation)
    {
        await rows.Replace(wakeUp, by, cancellation);
        await CallOff(wakeUp, cancellation);
    }

    public async Task CallOff(WakeUp wakeUp, CancellationToken cancellation)
    {
        // The timer of one that is due has fired, and mostly is what clears it: the event would only wake it once more.
        if (HasTimer(wakeUp) && wakeUp.Due > time.GetUtcNow() && connection.Client is { } client)
            await Try(() => client.RaiseEventAsync(InstanceOf(wakeUp), WakeUpTimer.Cleared, eventPayload: null, cancellation), wakeUp);
    }

    public Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation) =>
        rows.Due(by, count, cancellation);

    public static string InstanceOf(WakeUp wakeUp)
    {
        var identity = Encoding.UTF8.GetBytes($"{wakeUp.PublicOrderId}\n{wakeUp.Due.ToUnixTimeMilliseconds()}\n{wakeUp.Attempt}");
        return $"{wakeUp.Kind}-{Convert.ToHexStringLower(SHA256.HashData(identity))}";
    }

    // The first delivery of a message follows its commit at once (PromptWork), so only its retries are worth an orchestration.
    private static bool HasTimer(WakeUp wakeUp) =>
        wakeUp.Kind switch
        {
            WakeUpKinds.DelayedCapture or WakeUpKinds.PlatformOrder or WakeUpKinds.AbandonedCheckout => true,
            WakeUpKinds.Outbox => wakeUp.Attempt > 0,
            _ => false,
        };

    private async Task Try(Func<Task> act, WakeUp wakeUp)
    {
        try
        {
            await act();
        }
#pragma warning disable CA1031 // The row is written: without the timer the sweep is up to a minute late, and that fails no request.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            WithoutTimer(log, fault, wakeUp.Kind, wakeUp.PublicOrderId);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The timer of wake-up {Kind} of order {PublicOrderId} was not reached; the sweep does its work"
    )]
    private static partial void WithoutTimer(ILogger log, Exception fault, string kind, string publicOrderId);
}
