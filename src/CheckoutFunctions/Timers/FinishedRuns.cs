using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Checkout.Functions.Timers;

/// <summary>
/// Deletes orchestrations that ended: Durable keeps their history until someone does. The order's own timeline says what
/// was done, for good.
/// </summary>
public sealed partial class FinishedRuns(TimeProvider time, ILogger<FinishedRuns> log)
{
    /// <summary>Long enough to look into a run that failed.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    // As for the sweep: what is left is deleted in the next hour.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private const int AtOnce = 8;

    private static readonly OrchestrationRuntimeStatus[] Ended =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    [Function("DeleteFinishedRuns")]
    public async Task Delete(
        [TimerTrigger("0 17 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation
    )
    {
        var end = time.GetUtcNow() + Limit;
        var deleted = 0;
        await foreach (
            var page in durable
                .GetAllInstancesAsync(new OrchestrationQuery(CreatedTo: time.GetUtcNow() - KeptFor, Statuses: Ended))
                .AsPages()
                .WithCancellation(cancellation)
        )
        {
            await Parallel.ForEachAsync(
                page.Values,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (run, stopping) =>
                {
                    await durable.PurgeInstanceAsync(run.InstanceId, stopping);
                    Interlocked.Increment(ref deleted);
                }
            );
            if (time.GetUtcNow() >= end)
                break;
        }

        if (deleted > 0)
            Deleted(log, deleted);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} finished orchestrations were deleted")]
    private static partial void Deleted(ILogger log, int count);
}
