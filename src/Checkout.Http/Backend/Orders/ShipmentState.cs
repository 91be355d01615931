using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Http.Backend.Orders;

/// <param name="Carrier">Empty when nobody said, as are the number and the URL.</param>
public sealed record ShipmentState(
    string Carrier,
    string TrackingNumber,
    string TrackingUrl,
    DateTimeOffset ShippedAt,
    ImmutableArray<LineQuantityState> Lines
)
{
    public static ShipmentState Of(Shipment shipment) =>
        new(
            shipment.Tracking.Carrier,
            shipment.Tracking.Number,
            shipment.Tracking.Url,
            shipment.ShippedAt,
            [.. shipment.Lines.Select(line => new LineQuantityState(line.LineItemKey, line.Quantity))]
        );
}
