using Checkout.Stores;

namespace Checkout.Running;

/// <summary>Writes the line of an order in the lists where that was lost.</summary>
public sealed class ListOrder(IOrderStore store, IOrderLookup lookup) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.OrderListing;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        if (await store.Load(wakeUp.PublicOrderId, cancellation) is { } stored)
            await lookup.Repair(stored.Order, cancellation);
        return null;
    }
}
