using Checkout.Orders;

namespace Checkout.Platforms;

/// <summary>An order as its platform may see it (docs/contract/platforms.md#connector).</summary>
public static class PlatformView
{
    public static Order Of(Order order) =>
        order.Plugins.DisallowedLineItemProperties.IsEmpty
            ? order
            : order with
            {
                LineItems =
                [
                    .. order.LineItems.Select(line =>
                        line with
                        {
                            Properties = line.Properties.RemoveRange(order.Plugins.DisallowedLineItemProperties),
                        }
                    ),
                ],
            };
}
