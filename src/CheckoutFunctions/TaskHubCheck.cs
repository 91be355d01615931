using Checkout.Http.Health;

namespace Checkout.Functions;

/// <summary>
/// The Durable client answers, and the task hub behind it: without it no order is created and no timer set, though storage
/// itself may be fine. A process that was given no client yet cannot tell, and is not held back for that.
/// </summary>
internal sealed class TaskHubCheck(DurableConnection connection) : IReadinessCheck
{
    /// <summary>No orchestration has this id: looking for it reads the hub and finds nothing.</summary>
    private const string Nothing = "readiness";

    public Task Ask(CancellationToken cancellation) =>
        connection.Client is { } client ? client.GetInstanceAsync(Nothing, getInputsAndOutputs: false, cancellation) : Task.CompletedTask;
}
