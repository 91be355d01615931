using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Orders;

namespace Checkout.Http.Backend.Fulfillment;

public sealed record FulfillLineItemRequest(int? FulfilledQuantity)
{
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }

    internal Tracking Tracking => TrackingFields.Of(Carrier, TrackingNumber, TrackingUrl);
}

public sealed record FulfillLineItemsRequest(ImmutableArray<LineItemPatch>? LineItems)
{
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }

    internal Tracking Tracking => TrackingFields.Of(Carrier, TrackingNumber, TrackingUrl);
}

public sealed record LineItemPatch(string? LineItemKey, int? FulfilledQuantity);

public sealed record LineItemData(LineItemState LineItem, ApplicationState ApplicationState);

public sealed record LineItemsData(ImmutableArray<LineItemState> LineItems, ApplicationState ApplicationState);
