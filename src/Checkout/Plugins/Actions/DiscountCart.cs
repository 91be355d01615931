using System.Text.Json.Serialization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Discounts the whole cart, by minor units or by a percentage.</summary>
internal static class DiscountCart
{
    internal sealed record Data(
        [property: JsonPropertyName("discountType")] string DiscountType = "",
        [property: JsonPropertyName("discountPercentage")] decimal? DiscountPercentage = null,
        [property: JsonPropertyName("discountAmount")] long? DiscountAmount = null,
        [property: JsonPropertyName("transformationMessage")] string TransformationMessage = "",
        string PlatformDisplayText = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "discount_cart",
        PluginScopes.ModifyCart,
        "Discounts the cart",
        PluginJson.Default.DiscountCart,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (KindOf(data) is not { } kind)
            return Problem.Invalid("discountType", "The discount type is fixed or percentage.");
        if (kind is AmountKind.Percentage && data.DiscountPercentage is not (>= 0 and <= 100))
            return Problem.Invalid("discountPercentage", "The percentage must be from 0 to 100.");
        if (kind is AmountKind.Fixed && data.DiscountAmount is not (>= 0 and <= AmountLimits.Field))
            return Problem.Invalid("discountAmount", "The amount must be a number of minor units that is not negative.");
        var value = kind is AmountKind.Fixed ? data.DiscountAmount!.Value : data.DiscountPercentage!.Value;
        return order.WithDiscount(
            new OrderDiscount(context.Id, "", data.TransformationMessage, DiscountTarget.Order, kind, value)
            {
                Source = DiscountSources.Cart,
                PluginUuid = context.Plugin.Uuid,
                PlatformDisplayText = data.PlatformDisplayText.Length > 0 ? data.PlatformDisplayText : null,
            }
        );
    }

    // Plugins of the classic API send the percentage without a type.
    private static AmountKind? KindOf(Data data) =>
        data switch
        {
            { DiscountType.Length: > 0 } => Kinds.Of(data.DiscountType),
            { DiscountPercentage: not null, DiscountAmount: null } => AmountKind.Percentage,
            { DiscountPercentage: null, DiscountAmount: not null } => AmountKind.Fixed,
            _ => null,
        };
}
