using System.Collections.Immutable;
using Checkout.Changing.Addresses;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>What goes to one address, as today's API has it: the address itself, and what can be chosen for it.</summary>
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
    decimal HandlingCost
)
{
    /// <summary>Discounts on shipping are the order's, and are told of the checkout.</summary>
    internal static ImmutableArray<SdkConsignment> Of(Order order, Currency currency)
    {
        ImmutableArray<SdkShippingOption> offered =
        [
            .. order.Shipping.Available.Select((line, index) => SdkShippingOption.Of(line, index == 0, currency)),
        ];
        var selected = order.Shipping.Selected is { } chosen
            ? SdkShippingOption.Of(chosen, offered is [{ } first, ..] && first.Id == chosen.Id, currency)
            : null;
        return
        [
            .. Consignment
                .Of(order)
                .Select(consignment =>
                {
                    var address = SdkAddress.Of(consignment.Address, order.Customer?.EmailAddress);
                    var cost = currency.ToDecimal(consignment.Cost);
                    return new SdkConsignment(
                        address.Id!,
                        address,
                        address,
                        [.. consignment.Lines.Select(line => NumericId.TextOf(line.Id))],
                        selected,
                        offered,
                        [],
                        cost,
                        cost,
                        cost,
                        HandlingCost: 0
                    );
                }),
        ];
    }
}

/// <param name="Cost">Of the whole order: its consignments share it.</param>
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
