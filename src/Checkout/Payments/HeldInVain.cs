using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Money that is held for nothing, or would be once its shopper confirms: the order is canceled, or it is final and all that it costs is
/// charged.
/// </summary>
public static class HeldInVain
{
    /// <summary>For so long it is tried to give it back; holds end by themselves then, and a refusal will not change.</summary>
    private static readonly TimeSpan KeepTrying = TimeSpan.FromDays(7);

    public static bool By(Order order) =>
        order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper)
        && (order.Status is OrderStatus.Canceled || (order.Status is OrderStatus.Processed && CapturePayments.Outstanding(order) == 0));

    /// <summary>There is no sense in another try.</summary>
    public static bool IsGivenUp(Order order, DateTimeOffset now) =>
        now > (order.CanceledAt ?? order.ProcessedAt ?? order.CreatedAt) + KeepTrying;
}
