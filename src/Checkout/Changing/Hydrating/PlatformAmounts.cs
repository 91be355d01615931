using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Changing.Hydrating;

/// <summary>
/// What a simple order costs is its platform's to say: the platform bills what it said, so nothing else may be paid
/// (docs/contract/backend.md#simple-orders).
/// </summary>
public static class PlatformAmounts
{
    /// <summary>Why a change that the platform did not make is refused; null when it leaves the total as it is.</summary>
    public static Problem? Refuse(Order before, Order after) =>
        before.IsSimple && OrderPrice.Of(before).Total != OrderPrice.Of(after).Total
            ? Problem.Order("public_order_id", "The platform keeps what this order costs. Change the cart there.", "simple_order")
            : null;
}
