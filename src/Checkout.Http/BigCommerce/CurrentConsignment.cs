using System.Collections.Immutable;
using Checkout.Changing.Addresses;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>What goes to one address, as today's API has it: the address itself, and what can be chosen for it.</summary>
public sealed record CurrentConsignment(
    string Id,
    CurrentAddress Address,
    CurrentAddress ShippingAddress,
    ImmutableArray<string> LineItemIds,
    CurrentShippingOption? SelectedShippingOption,
    ImmutableArray<CurrentShippingOption> AvailableShippingOptions,
    ImmutableArray<AppliedDiscount> Discounts,
    decimal ShippingCost,
    decimal ShippingCostBeforeDiscount,
    decimal ComparisonShippingCost,
    decimal HandlingCost
)
{
    /// <summary>Discounts on shipping are the order's, and are told of the checkout.</summary>
    internal static ImmutableArray<CurrentConsignment> Of(Order order, Currency currency)
    {
        ImmutableArray<CurrentShippingOption> offered =
        [
            .. order.Shipping.Available.Select((line, index) => CurrentShippingOption.Of(line, index == 0, currency)),
        ];
        var selected = order.Shipping.Selected is { } chosen
            ? CurrentShippingOption.Of(chosen, offered is [{ } first, ..] && first.Id == chosen.Id, currency)
            : null;
        return
        [
            .. Consignment
                .Of(order)
                .Select(consignment =>
                {
                    var address = CurrentAddress.Of(consignment.Address, order.Customer?.EmailAddress);
                    var cost = currency.ToDecimal(consignment.Cost);
                    return new CurrentConsignment(
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
public sealed record CurrentShippingOption(
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
    internal static CurrentShippingOption Of(ShippingLine line, bool isFirst, Currency currency) =>
        new(line.Id, line.Description, "", currency.ToDecimal(line.Amount), currency.ToDecimal(line.Amount), isFirst, "", "", line.Code);
}
