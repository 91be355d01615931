using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds a fee. Fixed values are in major units (1.5 = $1.50), percentages are of the subtotal.</summary>
internal static class AddFee
{
    internal sealed record Data(
        string Id = "",
        string LineText = "",
        string FeeType = "",
        bool Taxable = false,
        decimal? Value = null,
        bool IsAmendment = false
    );

    public const string Source = "PLUGIN";

    public static readonly PluginAction Action = PluginAction.Of(
        "add_fee",
        PluginScopes.AddFees,
        "Adds a fee, or replaces the plugin's fee of that id",
        PluginJson.Default.AddFee,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.Id.Length == 0)
            return Problem.Invalid("id", "The fee needs an id.");
        if (Kinds.Of(data.FeeType) is not { } kind)
            return Problem.Invalid("fee_type", "The fee type is fixed or percentage.");
        if (data.Value is not { } value || value < 0)
            return Problem.Invalid("value", "The value of the fee must be a number that is not negative.");
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
