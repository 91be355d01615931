using Checkout.Orders;
using Checkout.Shops;
using Checkout.WakeUps;

namespace Checkout.CreateOrder;

/// <summary>Takes up a journal that nobody is running any more.</summary>
public sealed class ResumeJournal(IOrderStore store, IShops shops, CreateOrders orders, TimeProvider time) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.CreateOrder;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        if (await store.Load(wakeUp.PublicOrderId, cancellation) is not { } stored
            || await shops.Find(stored.Order.ShopIdentifier, cancellation) is not { } shop)
            return null;
        var resumed = await orders.Resume(shop, wakeUp.PublicOrderId, cancellation);
        return resumed.Succeeded
            ? null
            : time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
    }
}
