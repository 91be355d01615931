using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds a tag, once.</summary>
internal static class AddTag
{
    internal sealed record Data(string Name = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "add_tag",
        PluginScopes.AddTags,
        "Adds a tag",
        PluginJson.Default.AddTag,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.Name.Length == 0)
            return Problem.Invalid("name", "The tag needs a name.");
        return order.MetaData.Tags.Contains(data.Name, StringComparer.Ordinal)
            ? order
            : order with
            {
                MetaData = order.MetaData with { Tags = order.MetaData.Tags.Add(data.Name) },
            };
    }
}
