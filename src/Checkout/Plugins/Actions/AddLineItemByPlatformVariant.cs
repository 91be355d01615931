using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds a line by the platform's variant id. The same plugin may add it again under the same key: the line is replaced.</summary>
internal static class AddLineItemByPlatformVariant
{
    /// <param name="PlatformVariantId">The platform's id of a variant in the catalog.</param>
    /// <param name="LineItemKey">Names the line; made from the action when it is left out.</param>
    /// <param name="Quantity">Units.</param>
    /// <param name="Price">Minor units for one unit; the catalog's when it is left out.</param>
    /// <param name="IsAmendment">The line is one that was added after the order was placed.</param>
    internal sealed record Data(
        [property: Needed("The platform variant id is missing.")] string PlatformVariantId = "",
        string LineItemKey = "",
        [property: Between("The quantity must be at least 1.", 1, AmountLimits.Quantity)] long Quantity = 1,
        [property: Between("The price must not be negative.", 0, AmountLimits.Field)] long? Price = null,
        bool IsAmendment = false
    )
    {
        /// <summary>What the line shows, by name.</summary>
        [PhpObject("The properties must be an object.")]
        public JsonElement Properties { get; init; }
    }

    public const string Name = "add_line_item_by_platform_variant";

    public static readonly PluginAction Action = PluginAction.Of(
        Name,
        PluginScopes.AddCartItem,
        "Adds a line item",
        """{"platform_variant_id":"5423","line_item_key":"gift","quantity":1,"properties":{"gift_wrap":"yes"},"price":1500}""",
        PluginJson.Default.AddLineItemByPlatformVariant,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (!context.Products.TryGetValue(data.PlatformVariantId, out var product))
            return Problem.Invalid("platform_variant_id", "The shop has no such product.", "product_not_found");

        var key = data.LineItemKey.Length > 0 ? data.LineItemKey : context.Id;
        var taken = order.Line(key);
        if (taken is not null && taken.AddedByPlugin != context.Plugin.Uuid)
            return Problem.Invalid("line_item_key", "Another line has this key.");

        var line = Line(product, key, data, order, context);
        return order with
        {
            LineItems = taken is null ? order.LineItems.Add(line) : order.LineItems.Replace(taken, line),
            Plugins = order.Plugins.WithoutPriceAdjustments(key),
        };
    }

    private static LineItem Line(Product product, string key, Data data, Order order, ActionContext context) =>
        LineItem.Of(product, key, IdOf(order, key)) with
        {
            Quantity = (int)data.Quantity,
            Price = data.Price ?? order.Currency.FromShop(product.Price),
            CompareAtPrice = product.CompareAtPrice is { } compare ? order.Currency.FromShop(compare) : null,
            Properties =
                data.Properties.ValueKind is JsonValueKind.Object
                    ? ImmutableDictionary<string, JsonElement>.Empty.SetItems(
                        data.Properties.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value))
                    )
                    : ImmutableDictionary<string, JsonElement>.Empty,
            AddedByPlugin = context.Plugin.Uuid,
            IsAmendment = data.IsAmendment || order.IsFinal,
        };

    /// <summary>Made from what names the line alone, so that the same answer applied again makes the same line.</summary>
    private static string IdOf(Order order, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{order.PublicOrderId}:{key}")).AsSpan(0, 16));
}
