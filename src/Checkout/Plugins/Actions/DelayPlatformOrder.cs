using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Holds the order back from the platform for at most 600 seconds and makes it amendable for as long.</summary>
internal static class DelayPlatformOrder
{
    internal sealed record Data(long? Seconds = null);

    public const int LongestSeconds = 600;

    public static readonly PluginAction Action = PluginAction.Of(
        "delay_platform_order",
        PluginScopes.ModifyOrder,
        "Holds the order back from the platform",
        PluginJson.Default.DelayPlatformOrder,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        data.Seconds is not (>= 0 and var seconds)
            ? Problem.Invalid("seconds", "The seconds must be a number that is not negative.")
            : order with
            {
                Plugins = order.Plugins with { Amendable = true, DelayPlatformOrderSeconds = (int)Math.Min(seconds, LongestSeconds) },
            };
}
