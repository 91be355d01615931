using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>The wake-up that takes up a Create Order whose call did not come to its end.</summary>
public static class JournalWakeUp
{
    /// <summary>After this long without an end, the sweep takes an open journal up.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(2);

    /// <summary>The order's; the same however often it is worked out.</summary>
    public static WakeUp Of(Order order) => WakeUp.Of(order, WakeUpKinds.CreateOrder, order.CreatedAt + After);
}
