using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds a tag, once.</summary>
internal static class AddTag
{
    /// <param name="Name">The tag.</param>
    internal sealed record Data([property: Needed("The tag needs a name.")] string Name = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "add_tag",
        PluginScopes.AddTags,
        "Adds a tag",
        """{"name":"gift"}""",
        PluginJson.Default.AddTag,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order.MetaData.Tags.Contains(data.Name, StringComparer.Ordinal)
            ? order
            : order with
            {
                MetaData = order.MetaData with { Tags = order.MetaData.Tags.Add(data.Name) },
            };
}
