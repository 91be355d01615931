using Checkout.Stores;
using Microsoft.Extensions.Logging;

namespace Checkout.Running;

/// <summary>
/// Hands wake-ups to their handlers as soon as they are taken, several at once: a slow receiver holds up its own order
/// only.
/// </summary>
public sealed partial class PromptSweep(PromptWakeUps prompt, WakeUpSweep sweep, ILogger<PromptSweep> log)
{
    private const int AtOnce = 16;

    /// <summary>Ends when the host stops.</summary>
    public async Task Run(CancellationToken stopping) =>
        await Parallel.ForEachAsync(
            prompt.Taken(stopping),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            async (wakeUp, cancellation) => await Handle(wakeUp, cancellation)
        );

    private async Task Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        try
        {
            await sweep.Handle(wakeUp, cancellation);
        }
#pragma warning disable CA1031 // The row is written: when storage is away the sweep comes back to it, and the others must not wait.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LeftToTheSweep(fault, wakeUp.Kind, wakeUp.PublicOrderId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wake-up {Kind} of order {PublicOrderId} is left to the sweep")]
    private partial void LeftToTheSweep(Exception fault, string kind, string publicOrderId);
}
