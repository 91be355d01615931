using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Sets the currency of the order and its rate against the shop's. The rate affects shipping, taxes, fees and discounts
/// only: prices of lines stay as they are. What is on the order already is converted.
/// </summary>
internal static class SetCurrency
{
    private const string NoRate = "The rate must be a number above zero.";

    /// <param name="Currency">ISO 4217.</param>
    /// <param name="Rate">What one unit of the shop's currency is worth in it.</param>
    /// <param name="FormatString">Where {{amount}} is the amount; empty for the usual form.</param>
    internal sealed record Data(
        [property: Needed("The currency is missing.")] string Currency = "",
        [property: Needed(NoRate), AboveZero(NoRate, 1_000_000)] decimal? Rate = null,
        string FormatString = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "set_currency",
        PluginScopes.ModifyCurrency,
        "Sets the currency and rate of the order",
        """{"currency":"USD","rate":0.73,"format_string":"${{amount}}"}""",
        PluginJson.Default.SetCurrency,
        Apply
    );

    /// <summary>The currency that the data names, with its rate against the shop's; refused naming the field.</summary>
    internal static Result<OrderCurrency> Read(Data data, string shopCurrency)
    {
        var code = data.Currency.ToUpperInvariant();
        if (Currency.Find(code) is null)
            return Problem.Invalid("currency", "The currency is not an ISO 4217 code.");
        return new OrderCurrency(code, data.Rate!.Value, data.FormatString.Length > 0 ? data.FormatString : null)
        {
            Scale = (decimal)Currency.Of(code).MinorUnits / Currency.Of(shopCurrency).MinorUnits,
        };
    }

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        Read(data, context.Shop.Currency)
            .Then(currency =>
                !order.Payments.IsEmpty && currency.Code != order.Currency.Code
                    ? Problem.Invalid("currency", "The order already has payments in another currency.")
                    : Converted(order, currency, context)
            );

    private static Result<Order> Converted(Order order, OrderCurrency currency, ActionContext context)
    {
        var ratio = currency.Rate * currency.Scale / (order.Currency.Rate * order.Currency.Scale);
        if (ratio == 1m)
            return order with { Currency = currency, GatewayCurrency = KeptGateway(order, currency) };
        if (OfferedTo(order).Any(line => line.Amount * ratio > AmountLimits.Field))
            return AmountLimits.Exceeded;
        var converted = order with
        {
            Currency = currency,
            GatewayCurrency = KeptGateway(order, currency),
            Fees = [.. order.Fees.Select(fee => fee.Kind is AmountKind.Fixed ? fee with { Value = fee.Value * ratio } : fee)],
            Discounts = [.. order.Discounts.Select(d => d.Kind is AmountKind.Fixed ? d with { Value = d.Value * ratio } : d)],
            Taxes = order.Taxes is { } taxes
                ? taxes with
                {
                    Shipping = Times(taxes.Shipping, ratio),
                    Fees = Times(taxes.Fees, ratio),
                    Destinations = null,
                }
                : null,
            Shipping = Times(order.Shipping, ratio) with
            {
                Destinations = order.Shipping.Destinations?.ToImmutableDictionary(
                    d => d.Key,
                    d => Times(d.Value, ratio),
                    StringComparer.Ordinal
                ),
            },
            Plugins = order.Plugins with
            {
                ShippingRate = order.Plugins.ShippingRate is { } rate ? Times(rate, ratio) : null,
                ShippingAdjustments = [.. order.Plugins.ShippingAdjustments.Select(a => a with { Add = Rounding.Times(a.Add, ratio) })],
            },
        };
        return PluginShipping.Relisted(converted, context.Shop);
    }

    private static IEnumerable<ShippingLine> OfferedTo(Order order) =>
        order.Shipping.Offered.Concat((order.Shipping.Destinations?.Values ?? []).SelectMany(shipping => shipping.Offered));

    private static OrderShipping Times(OrderShipping shipping, decimal ratio) =>
        shipping with
        {
            Offered = [.. shipping.Offered.Select(line => Times(line, ratio))],
        };

    /// <summary>The gateways that were taken are those of the order's currency, or none are.</summary>
    private static string? KeptGateway(Order order, OrderCurrency currency) =>
        order.GatewayCurrency == currency.Code ? currency.Code : null;

    private static ImmutableArray<Tax> Times(ImmutableArray<Tax> taxes, decimal ratio) =>
        [.. taxes.Select(tax => tax with { Value = Rounding.Times(tax.Value, ratio) })];

    private static ShippingLine Times(ShippingLine line, decimal ratio) => line with { Amount = Rounding.Times(line.Amount, ratio) };
}
