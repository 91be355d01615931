using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Tests.Plugins.Guide;

/// <summary>Greets the shopper in the order's notes.</summary>
internal static class AddGreeting
{
    /// <param name="Name">The shopper's.</param>
    internal sealed record Data([property: Needed("The greeting needs a name.")] string Name = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "add_greeting",
        PluginScopes.ModifyOrder,
        "Greets the shopper in the notes",
        """{"name":"Alex"}""",
        AddGreetingJson.Default.Data,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order with
        {
            MetaData = order.MetaData with { Notes = $"Hello, {data.Name}!" },
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AddGreeting.Data))]
internal sealed partial class AddGreetingJson : JsonSerializerContext;
