using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Holds the order back from the platform for at most 600 seconds and makes it amendable for as long.</summary>
internal static class DelayPlatformOrder
{
    private const string NoSeconds = "The seconds must be a number that is not negative.";

    /// <param name="Seconds">How long; 600 at most, and more counts as 600.</param>
    internal sealed record Data([property: Needed(NoSeconds), Between(NoSeconds, 0, 1_000_000_000)] long? Seconds = null);

    public const int LongestSeconds = 600;

    public static readonly PluginAction Action = PluginAction.Of(
        "delay_platform_order",
        PluginScopes.ModifyOrder,
        "Holds the order back from the platform",
        """{"seconds":120}""",
        PluginJson.Default.DelayPlatformOrder,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order with
        {
            Plugins = order.Plugins with
            {
                Amendable = true,
                DelayPlatformOrderSeconds = (int)Math.Min(data.Seconds!.Value, LongestSeconds),
            },
        };
}
