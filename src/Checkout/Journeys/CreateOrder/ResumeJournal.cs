using Checkout.Journeys.Settling;
using Checkout.Orders;
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

        // One that is being processed has stock taken, and nobody else goes on with it: it is tried however late it is.
        if (session.Order.Status is OrderStatus.Processing || time.GetUtcNow() < OpenMoney.ReleasedAt(session.Order, shop))
            return Later(wakeUp);
        await wakeUps.Set(WakeUp.Of(session.Order, WakeUpKinds.Reconcile, time.GetUtcNow()), cancellation);
        return null;
    }

    private DateTimeOffset Later(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
}
