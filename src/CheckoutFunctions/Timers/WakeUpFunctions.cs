using Checkout.Running;
using Checkout.Stores;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Timers;

/// <summary>The two ways in which a due wake-up is found: by its own timer, and by the sweep that misses none.</summary>
public sealed class WakeUpFunctions(WakeUpSweep sweep, DurableConnection connection)
{
    public const string HandleActivity = "HandleWakeUp";

    [Function(HandleActivity)]
    public Task Handle([ActivityTrigger] WakeUp wakeUp, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        connection.Use(durable);
        return sweep.Handle(wakeUp, cancellation);
    }

    [Function("SweepWakeUps")]
    public Task Sweep(
        [TimerTrigger("0 * * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation
    )
    {
        connection.Use(durable);
        return sweep.Run(cancellation);
    }
}
