using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Checkout.Functions.CreateOrder;

/// <summary>
/// Sees a journal through that no call walks: one activity, tried again while an upstream is down or its worker died. The
/// journal in the order says how far it is; what is done twice, after a crash, finds it done.
/// </summary>
public static class CreateOrderOrchestration
{
    /// <summary>Runs under way are found by this name: another sequence of activities gets another name.</summary>
    public const string Name = "CreateOrderJournal";

    /// <summary>
    /// For locks, upstreams that are down and workers that die: about 15 seconds in all. What is still not done then
    /// is left to the wake-up that every open journal has.
    /// </summary>
    public static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 5,
            firstRetryInterval: TimeSpan.FromSeconds(1),
            backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromSeconds(10)
        )
    );

    [Function(Name)]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync(WalkJournal.Name, context.GetInput<JournalCall>(), Retry);
}
