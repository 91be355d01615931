using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds a fee. Fixed values are in major units (1.5 = $1.50), percentages are of the subtotal.</summary>
internal static class AddFee
{
    /// <param name="Id">The plugin's own: a fee of that id takes the place of the one before.</param>
    /// <param name="LineText">What the shopper reads.</param>
    /// <param name="FeeType">How the value counts.</param>
    /// <param name="Taxable">The fee is taxed by the sub_total rates.</param>
    /// <param name="Value">In major units when fixed (1.5 is $1.50), else per cent of the subtotal, at most 1,000.</param>
    /// <param name="IsAmendment">The fee is one that was added after the order was placed.</param>
    internal sealed record Data(
        [property: Needed("The fee needs an id.")] string Id = "",
        string LineText = "",
        [property: Needed(Kinds.Refusal), Words(Kinds.Refusal, Kinds.Fixed, Kinds.Percentage)] string FeeType = "",
        bool Taxable = false,
        [property: Needed(NoValue), Between(NoValue, 0, AmountLimits.Field)] decimal? Value = null,
        bool IsAmendment = false
    );

    public const string Source = "PLUGIN";

    private const string NoValue = "The value of the fee must be a number that is not negative.";

    public static readonly PluginAction Action = PluginAction.Of(
        "add_fee",
        PluginScopes.AddFees,
        "Adds a fee, or replaces the plugin's fee of that id",
        """{"id":"gift-wrap","line_text":"Gift wrapping","fee_type":"fixed","value":1.5,"taxable":true}""",
        PluginJson.Default.AddFee,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var kind = Kinds.Of(data.FeeType);
        var value = data.Value!.Value;
        if (
            kind is AmountKind.Fixed
                ? value > (decimal)AmountLimits.Field / Currency.Of(order.Currency.Code).MinorUnits
                : value > AmountLimits.Percentage
        )
            return Problem.Invalid("value", "The value of the fee is too large.");
        var taken = order.Fees.FirstOrDefault(fee => fee.Id == data.Id);
        if (taken is not null && taken.PluginUuid != context.Plugin.Uuid)
            return Problem.Invalid("id", "Another fee has this id.");

        var fee = new OrderFee(
            data.Id,
            data.LineText,
            kind,
            kind is AmountKind.Fixed ? Currency.Of(order.Currency.Code).ToMinorUnits(value) : value,
            data.Taxable
        )
        {
            Source = Source,
            PluginUuid = context.Plugin.Uuid,
            IsAmendment = data.IsAmendment || order.IsFinal,
        };
        return order with { Fees = taken is null ? order.Fees.Add(fee) : order.Fees.Replace(taken, fee) };
    }
}
