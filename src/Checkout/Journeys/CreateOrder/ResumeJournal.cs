using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Takes up a journal that nobody is running any more. When an upstream stays down until the shop's time for unfinished
/// orders is up, the order goes to the reconcile step, which gives its money back.
/// </summary>
public sealed class ResumeJournal(OrderRun run, CreateOrders orders, IWakeUps wakeUps, TimeProvider time) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.CreateOrder;

    public Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation) =>
        run.Run(wakeUp, (session, shop, token) => Resume(session, shop, wakeUp, token), () => Later(wakeUp), cancellation);

    private async Task<DateTimeOffset?> Resume(OrderSession session, Shop shop, WakeUp wakeUp, CancellationToken cancellation)
    {
        var resumed = await orders.Resume(session, shop, cancellation);
        if (resumed.Succeeded || session.IsLost)
            return null;
        if (time.GetUtcNow() >= session.Order.CreatedAt.AddHours(shop.Checkout.ReleaseHeldPaymentsAfterHours))
        {
            await wakeUps.Set(
                new WakeUp(wakeUp.PublicOrderId, WakeUpKinds.Reconcile, time.GetUtcNow()) { Shop = wakeUp.Shop },
                cancellation
            );
            return null;
        }

        return Later(wakeUp);
    }

    private DateTimeOffset Later(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
}
