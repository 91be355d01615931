using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>
/// What a remote state authority answered of an order. Amounts in minor units of the order's currency. What it left out is null and
/// stays as it is; what is empty is none (docs/contract/platforms.md#who-decides).
/// </summary>
public sealed record RemoteState
{
    public ImmutableArray<ShippingLine>? ShippingLines { get; init; }

    /// <summary>Of all lines together: their sums are the authority's, their split over the lines is not.</summary>
    public ImmutableArray<Tax>? LineTaxes { get; init; }
    public ImmutableArray<Tax> ShippingTaxes { get; init; } = [];
    public ImmutableArray<RemoteDiscount>? Discounts { get; init; }

    /// <summary>What the order costs there.</summary>
    public long? Total { get; init; }
}
