using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Takes up a journal that nobody is running any more. When an upstream stays down until the shop's time for unfinished
/// orders is up, the order goes to the reconcile step, which gives its money back.
/// </summary>
public sealed class ResumeJournal(IOrderStore store, IShops shops, CreateOrders orders, IWakeUps wakeUps, TimeProvider time) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.CreateOrder;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        if (await store.Load(wakeUp.PublicOrderId, cancellation) is not { } stored
            || await shops.Find(stored.Order.ShopIdentifier, cancellation) is not { } shop)
            return null;
        var resumed = await orders.Resume(shop, wakeUp.PublicOrderId, cancellation);
        if (resumed.Succeeded)
            return null;
        if (time.GetUtcNow() >= stored.Order.CreatedAt.AddHours(shop.Checkout.ReleaseHeldPaymentsAfterHours))
        {
            await wakeUps.Set(new WakeUp(wakeUp.PublicOrderId, WakeUpKinds.Reconcile, time.GetUtcNow()), cancellation);
            return null;
        }

        return time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
    }
}
