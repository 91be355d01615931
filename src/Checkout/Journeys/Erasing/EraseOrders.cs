using Checkout.Changing.Erasing;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Journeys.Erasing;

/// <summary>
/// Takes the person off one order: first its document, then what is beside it. One whose money is still on its way is looked at
/// again every day.
/// </summary>
public sealed class EraseOrders(
    OrderRun run,
    IPersonalData personal,
    IAbandonedCheckouts abandoned,
    IOrderStore orders,
    IOrderLookup lookup,
    TimeProvider time
) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.OrderToErase;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        var again = await run.Run(wakeUp, (session, _, token) => Erase(session, token), () => time.GetUtcNow().AddMinutes(1), cancellation);
        if (again is not null)
            return again;
        if (await orders.Load(wakeUp.PublicOrderId, cancellation) is { Order: { ErasedAt: not null } order })
        {
            // A crash may have come between the commit and the order's line in the lists, which names the person.
            await lookup.Repair(order, cancellation);
            await personal.ForgetBeside(order, cancellation);
        }

        return null;
    }

    private async Task<DateTimeOffset?> Erase(OrderSession session, CancellationToken cancellation)
    {
        var order = session.Order;
        var erased = EraseOrder.Decide(order, new Occasion(time.GetUtcNow(), "timer"));
        if (!erased.Succeeded)
            return Tomorrow();

        // As long as the order says whose it is: its row among the open ones goes by the address.
        if (order is { IsFinal: false, Customer.EmailAddress: { Length: > 0 } email })
            await abandoned.Forget(order.ShopIdentifier, email, cancellation);
        session.Order = erased.Value;
        return null;
    }

    /// <summary>To the hour, so that two who were woken at once leave one wake-up.</summary>
    private DateTimeOffset Tomorrow()
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero).AddHours(25);
    }
}
