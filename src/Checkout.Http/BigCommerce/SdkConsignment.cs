using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>What goes to one address, as today's API has it: the address itself, and what can be chosen for it.</summary>
/// <param name="LineItems">Only of an order that goes to several addresses: an item may be divided over them.</param>
public sealed record SdkConsignment(
    string Id,
    SdkAddress Address,
    SdkAddress ShippingAddress,
    ImmutableArray<string> LineItemIds,
    SdkShippingOption? SelectedShippingOption,
    ImmutableArray<SdkShippingOption> AvailableShippingOptions,
    ImmutableArray<AppliedDiscount> Discounts,
    decimal ShippingCost,
    decimal ShippingCostBeforeDiscount,
    decimal ComparisonShippingCost,
    decimal HandlingCost,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ConsignedItem>? LineItems
)
{
    /// <summary>Discounts on shipping are the order's, and are told of the checkout.</summary>
    internal static ImmutableArray<SdkConsignment> Of(Order order, OrderPrice price, Currency currency) =>
        [
            .. PricedDestination
                .Of(order, price)
                .Where(d => d.Destination.IsShippedTo)
                .Select(d =>
                {
                    ImmutableArray<SdkShippingOption> offered =
                    [
                        .. d.Shipping.Available.Select((line, index) => SdkShippingOption.Of(line, index == 0, currency)),
                    ];
                    var selected = d.Shipping.Selected is { } chosen
                        ? SdkShippingOption.Of(chosen, offered is [{ } first, ..] && first.Id == chosen.Id, currency)
                        : null;
                    var address = SdkAddress.Of(d.Destination.Address, order.Customer?.EmailAddress);
                    var cost = currency.ToDecimal(d.Cost);
                    return new SdkConsignment(
                        address.Id!,
                        address,
                        address,
                        [.. d.Destination.Shipped.Select(sent => NumericId.TextOf(sent.Line.Id))],
                        selected,
                        offered,
                        [],
                        cost,
                        cost,
                        cost,
                        HandlingCost: 0,
                        ConsignedItem.Of(order, d.Destination)
                    );
                }),
        ];
}

/// <param name="Cost">Of the consignment; where one rate came with the order or from a plugin, of the whole order.</param>
/// <param name="IsRecommended">The first that the shop lists.</param>
/// <param name="TransitTime">Where a shop tells one, it is in the description.</param>
/// <param name="Type">The shop's code for it.</param>
public sealed record SdkShippingOption(
    string Id,
    string Description,
    string AdditionalDescription,
    decimal Cost,
    decimal CostAfterDiscount,
    bool IsRecommended,
    string ImageUrl,
    string TransitTime,
    string Type
)
{
    internal static SdkShippingOption Of(ShippingLine line, bool isFirst, Currency currency) =>
        new(line.Id, line.Description, "", currency.ToDecimal(line.Amount), currency.ToDecimal(line.Amount), isFirst, "", "", line.Code);
}
