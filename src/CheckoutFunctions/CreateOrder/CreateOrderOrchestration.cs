using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Checkout.Functions.CreateOrder;

/// <summary>
/// Walks one journal: an activity for each command that has not succeeded, in order, up to the first that fails. The
/// journal in the order says how far it is; what runs here twice, after a crash, finds it done.
/// </summary>
public static class CreateOrderOrchestration
{
    public const string Name = "CreateOrderOrchestration";

    /// <summary>
    /// For locks, upstreams that are down and workers that die: about 15 seconds in all. What is still not done then
    /// is left to the wake-up that every open journal has.
    /// </summary>
    public static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 5,
        firstRetryInterval: TimeSpan.FromSeconds(1),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromSeconds(10)));

    [Function(Name)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        foreach (var command in context.GetInput<ImmutableArray<CommandCall>>())
        {
            if (!await context.CallActivityAsync<bool>(command.Name, command, Retry))
                return;
        }
    }
}
