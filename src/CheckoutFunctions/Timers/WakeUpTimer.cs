using Checkout.Stores;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Checkout.Functions.Timers;

/// <summary>Waits until a wake-up is due, unless it is cleared before, then hands it to the same step as the sweep.</summary>
public static class WakeUpTimer
{
    public const string Name = "WakeUpTimer";

    /// <summary>Raised when the wake-up is not wanted any more: a manual capture, a cancel.</summary>
    public const string Cleared = "cleared";

    /// <summary>
    /// A durable timer comes up to a second early: its backend counts whole seconds. Asked for a second later it is never
    /// early; waited for again it would be, several times over, each of them a round through queue and history.
    /// </summary>
    public static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    public static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 5,
            firstRetryInterval: TimeSpan.FromSeconds(5),
            backoffCoefficient: 3,
            maxRetryInterval: TimeSpan.FromMinutes(5)
        )
    );

    [Function(Name)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var wakeUp = context.GetInput<WakeUp>()!;
        using var over = new CancellationTokenSource();
        var cleared = context.WaitForExternalEvent<object?>(Cleared, over.Token);

        // Whatever comes before its time is waited for again.
        while (context.CurrentUtcDateTime < wakeUp.Due.UtcDateTime)
        {
            if (await Task.WhenAny(context.CreateTimer(wakeUp.Due.UtcDateTime + Early, over.Token), cleared) != cleared)
                continue;
#pragma warning disable CA1849, MA0042 // CancelAsync would leave the orchestrator's thread, which its replay cannot follow.
            over.Cancel();
#pragma warning restore CA1849, MA0042
            return;
        }

        await context.CallActivityAsync(WakeUpFunctions.HandleActivity, wakeUp, Retry);
    }
}
