using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Changing.Shipping;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.Dialects.Bold;

/// <summary>One of the several addresses that an order goes to (docs/contract/shapes.md#destination).</summary>
/// <param name="Taxes">Of what is sent there and of its shipping, summed by name.</param>
public sealed record DestinationState(
    string Id,
    AddressState Address,
    ImmutableArray<SentLineState> LineItems,
    DestinationShippingState Shipping,
    ImmutableArray<TaxState> Taxes
)
{
    /// <summary>Null where everything goes to the order's own address.</summary>
    public static ImmutableArray<DestinationState>? Of(Order order, OrderPrice price) =>
        OrderDestinations.IsDivided(order)
            ? [.. PricedDestination.Of(order, price).Select(priced => Of(order, priced))]
            : default(ImmutableArray<DestinationState>?);

    private static DestinationState Of(Order order, PricedDestination priced) =>
        new(
            priced.Destination.Id,
            AddressState.OfNullable(priced.Destination.Address)!,
            [.. priced.Destination.Lines.Select(sent => new SentLineState(sent.Line.Key, sent.Quantity))],
            DestinationShippingState.Of(order, priced),
            TaxState.Of(OrderPrice.SumByName(priced.Taxes.Lines.Values.SelectMany(taxes => taxes).Concat(priced.Taxes.Shipping)))
        );
}

public sealed record SentLineState(string LineItemKey, int Quantity);

/// <param name="Cost">Its part of what shipping costs, before discounts; the parts add up to the order's.</param>
public sealed record DestinationShippingState(
    [property: JsonConverter(typeof(PhpObjectConverter<ShippingLineState>))] ShippingLineState? SelectedShipping,
    ImmutableArray<ShippingLineState> AvailableShippingLines,
    long Cost,
    ImmutableArray<TaxState> Taxes
)
{
    internal static DestinationShippingState Of(Order order, PricedDestination priced)
    {
        var (destination, shipping) = (priced.Destination, priced.Shipping);
        return new(
            shipping.Selected is { } selected ? Listed(selected) : null,
            [.. shipping.Available.Select(Listed)],
            priced.Cost,
            TaxState.Of(priced.Taxes.Shipping)
        );

        ShippingLineState Listed(ShippingLine line) => ShippingLineState.Of(DestinationRates.Listed(order, destination, line));
    }
}
