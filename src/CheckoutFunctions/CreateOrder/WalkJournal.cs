using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.CreateOrder;

/// <summary>
/// The activity of a Create Order: walks the journal as far as it gets. A call of this process that waits for it is told at
/// once, so that neither the hub nor the order has to be asked.
/// </summary>
public sealed class WalkJournal(
    CreateOrders orders,
    OrderRun run,
    IStorageMeter meter,
    JournalSignals signals,
    DurableConnection connection
)
{
    public const string Name = "WalkJournal";

    /// <exception cref="JournalPutOffException">The order is locked or an upstream is down: the journal is to be walked again.</exception>
    [Function(Name)]
    public Task Run([ActivityTrigger] JournalCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        connection.Use(durable);
        return Run(call, cancellation);
    }

    public async Task Run(JournalCall call, CancellationToken cancellation)
    {
        using var tally = meter.Start($"create_order/{Name}");
        using var walk = signals.Walk(call.PublicOrderId);
        var resumed = await run.Run<Order>(call.Shop, call.PublicOrderId, orders.Resume, cancellation);
        walk.Told(resumed);
        if (resumed.IsLocked || resumed.IsUnavailable)
            throw new JournalPutOffException(resumed.Problems[0]);
    }
}
