using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Discounts each of the lines named, by minor units or by a percentage.</summary>
internal static class DiscountLineItems
{
    private const string NoValue = "The value must be a number that is not negative, and a percentage at most 100.";
    private const string NoKeys = "The line item keys are missing.";

    /// <param name="DiscountType">How the value counts.</param>
    /// <param name="LineItemKeys">The lines.</param>
    /// <param name="LineText">What the shopper reads.</param>
    /// <param name="Value">Minor units when fixed, else per cent up to 100.</param>
    /// <param name="DiscountSource">Sent by the Magento connector: cart or coupon.</param>
    internal sealed record Data(
        [property: Needed(Kinds.Refusal), Words(Kinds.Refusal, Kinds.Fixed, Kinds.Percentage)] string DiscountType = "",
        [property: Needed(NoKeys), Filled(NoKeys)] IReadOnlyList<string>? LineItemKeys = null,
        string LineText = "",
        [property: Needed(NoValue), Between(NoValue, 0, AmountLimits.Field)] decimal? Value = null,
        string DiscountSource = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "discount_line_items",
        PluginScopes.ModifyCart,
        "Discounts line items",
        """{"discount_type":"percentage","line_item_keys":["line-1"],"value":10,"line_text":"Spring sale"}""",
        PluginJson.Default.DiscountLineItems,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var kind = Kinds.Of(data.DiscountType);
        var (value, keys) = (data.Value!.Value, data.LineItemKeys!);
        if (kind is AmountKind.Percentage && value > 100)
            return Problem.Invalid("value", NoValue);
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
