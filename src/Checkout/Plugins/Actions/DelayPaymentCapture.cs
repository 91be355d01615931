using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Leaves capture to the merchant for this order.</summary>
internal static class DelayPaymentCapture
{
    public static readonly PluginAction Action = PluginAction.Of(
        "delay_payment_capture",
        PluginScopes.ModifyOrder,
        "Leaves the capture to the merchant",
        """{}""",
        PluginJson.Default.NoData,
        Apply
    );

    private static Result<Order> Apply(Order order, NoData data, ActionContext context) =>
        order with
        {
            Capture = new CaptureSettings(CaptureMode.Manual),
            Plugins = order.Plugins with { CaptureDelayed = true },
        };
}
