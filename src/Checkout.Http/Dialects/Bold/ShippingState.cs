using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.Dialects.Bold;

/// <summary>The shipping of an order (docs/contract/shapes.md#shipping), in the flat form that clients read.</summary>
public sealed record ShippingState
{
    /// <summary>Null when none is chosen.</summary>
    public ShippingLineState? SelectedShipping { get; init; }
    public required ImmutableArray<ShippingLineState> AvailableShippingLines { get; init; }
    public required ImmutableArray<TaxState> Taxes { get; init; }
    public required ImmutableArray<DiscountState> Discounts { get; init; }

    public static ShippingState Of(Order order, OrderPrice price) =>
        new()
        {
            SelectedShipping = order.Shipping.Selected is { } selected ? ShippingLineState.Of(selected) : null,
            AvailableShippingLines = [.. order.Shipping.Available.Select(ShippingLineState.Of)],
            Taxes = TaxState.Of(price.ShippingTaxes),
            Discounts = DiscountState.Of(price.ShippingDiscounts),
        };
}

public sealed record ShippingLineState(string Id, string Description, long Amount, string Code)
{
    public static ShippingLineState Of(ShippingLine line) => new(line.Id, line.Description, line.Amount, line.Code);
}
