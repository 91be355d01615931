using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Changing.Hydrating;

/// <summary>
/// What the platform says a simple order is: its cart, whom and where it goes to, and what it costs. Amounts in minor units of the
/// order's currency, none negative (docs/contract/backend.md#simple-orders).
/// </summary>
public sealed record HydratedOrder
{
    public required Customer? Customer { get; init; }
    public required Address? ShippingAddress { get; init; }
    public required Address? BillingAddress { get; init; }
    public required ImmutableArray<LineItem> Lines { get; init; }
    public ImmutableArray<NamedAmount> Fees { get; init; } = [];
    public ImmutableArray<NamedAmount> Discounts { get; init; } = [];
    public ImmutableArray<NamedAmount> Taxes { get; init; } = [];

    /// <summary>Null when nothing is shipped.</summary>
    public required NamedAmount? Shipping { get; init; }

    /// <summary>What the shopper pays, whatever the parts add up to.</summary>
    public required long Total { get; init; }
}
