using System.Text.Json.Serialization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Discounts the whole cart, by minor units or by a percentage.</summary>
internal static class DiscountCart
{
    private const string NoPercentage = "The percentage must be from 0 to 100.";
    private const string NoAmount = "The amount must be a number of minor units that is not negative.";

    /// <param name="DiscountType">How the discount counts; left out, what is there says it.</param>
    /// <param name="DiscountPercentage">Of a percentage: per cent.</param>
    /// <param name="DiscountAmount">Of a fixed discount: minor units.</param>
    /// <param name="TransformationMessage">What the shopper reads.</param>
    /// <param name="PlatformDisplayText">What the platform's order shows.</param>
    [AnyOf("The percentage or the amount is missing.", "discountPercentage", "discountAmount")]
    internal sealed record Data(
        [property: JsonPropertyName("discountType"), Words(Kinds.Refusal, Kinds.Fixed, Kinds.Percentage)] string DiscountType = "",
        [property: JsonPropertyName("discountPercentage"), Between(NoPercentage, 0, 100)] decimal? DiscountPercentage = null,
        [property: JsonPropertyName("discountAmount"), Between(NoAmount, 0, AmountLimits.Field)] long? DiscountAmount = null,
        [property: JsonPropertyName("transformationMessage")] string TransformationMessage = "",
        string PlatformDisplayText = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "discount_cart",
        PluginScopes.ModifyCart,
        "Discounts the cart",
        """{"discountType":"percentage","discountPercentage":5,"transformationMessage":"Money saved"}""",
        PluginJson.Default.DiscountCart,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (KindOf(data) is not { } kind)
            return Problem.Invalid("discountType", Kinds.Refusal);
        if (kind is AmountKind.Percentage && data.DiscountPercentage is null)
            return Problem.Invalid("discountPercentage", NoPercentage);
        if (kind is AmountKind.Fixed && data.DiscountAmount is null)
            return Problem.Invalid("discountAmount", NoAmount);
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
