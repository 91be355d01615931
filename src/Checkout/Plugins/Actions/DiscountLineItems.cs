using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Discounts each of the lines named, by minor units or by a percentage.</summary>
internal static class DiscountLineItems
{
    /// <param name="DiscountSource">Sent by the Magento connector: cart or coupon.</param>
    internal sealed record Data(
        string DiscountType = "",
        IReadOnlyList<string>? LineItemKeys = null,
        string LineText = "",
        decimal? Value = null,
        string DiscountSource = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "discount_line_items",
        PluginScopes.ModifyCart,
        "Discounts line items",
        PluginJson.Default.DiscountLineItems,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (Kinds.Of(data.DiscountType) is not { } kind)
            return Problem.Invalid("discount_type", "The discount type is fixed or percentage.");
        if (data.Value is not { } value || value < 0 || value > (kind is AmountKind.Fixed ? AmountLimits.Field : 100m))
            return Problem.Invalid("value", "The value must be a number that is not negative, and a percentage at most 100.");
        if (data.LineItemKeys is not { Count: > 0 } keys)
            return Problem.Invalid("line_item_keys", "The line item keys are missing.");
        if (keys.Any(key => order.Line(key) is null))
            return Problem.Invalid("line_item_keys", "The order has no line of one of these keys.");
        return order.WithDiscount(
            new OrderDiscount(context.Id, "", data.LineText, DiscountTarget.Lines, kind, value)
            {
                Source = data.DiscountSource == DiscountSources.Coupon ? DiscountSources.Coupon : DiscountSources.Cart,
                LineItemKeys = [.. keys.Distinct(StringComparer.Ordinal)],
                PluginUuid = context.Plugin.Uuid,
            }
        );
    }
}
