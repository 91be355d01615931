using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.Beginning;

/// <summary>What a client says of an order that is to begin (docs/contract/backend.md#initialize-order).</summary>
public sealed record NewOrder
{
    public ImmutableArray<CartItem> CartItems { get; init; } = [];
    public Customer? Customer { get; init; }

    /// <summary>Null takes the shop's.</summary>
    public OrderCurrency? Currency { get; init; }
    public OrderMetaData MetaData { get; init; } = new();

    /// <summary>A cart of the shop's platform, whose items come before <see cref="CartItems"/>.</summary>
    public string? CartId { get; init; }

    /// <summary>For the platform that the cart is loaded from; never kept.</summary>
    public string? CartAccessToken { get; init; }
    public string? ResumableLink { get; init; }
    public string? FlowId { get; init; }
    public string? ApiSessionId { get; init; }
}
