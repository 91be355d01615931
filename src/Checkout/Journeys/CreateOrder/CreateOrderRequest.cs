using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Journeys.Beginning;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>A Create Order call (docs/contract/create-order.md#body).</summary>
public sealed record CreateOrderRequest
{
    public required string IdempotencyKey { get; init; }

    /// <summary>SHA-256 of the canonical JSON body, hex.</summary>
    public required string BodyHash { get; init; }

    /// <summary>As <see cref="BodyHash"/>, without commands and payments: what a later call with the key must repeat.</summary>
    public required string OrderHash { get; init; }
    public NewOrder Order { get; init; } = new();
    public Address? ShippingAddress { get; init; }
    public Address? BillingAddress { get; init; }

    /// <summary>A line the client brings itself; minor units.</summary>
    public ShippingLine? Shipping { get; init; }
    public ImmutableArray<RequestedDiscount> Discounts { get; init; } = [];
    public ImmutableArray<OrderFee> Fees { get; init; } = [];
    public ImmutableArray<RequestedPayment> Payments { get; init; } = [];

    /// <summary>ISO 4217; null takes the shop's.</summary>
    public string? Currency { get; init; }
    public bool SendReceipt { get; init; } = true;

    /// <summary>Key to command name, as sent.</summary>
    public ImmutableArray<RequestedCommand> Commands { get; init; } = [];

    /// <summary>The key was claimed by this request, or by one that differs in commands and payments alone.</summary>
    public bool IsFor(KeyClaim claim) => claim.BodyHash == OrderHash || claim.BodyHash == BodyHash;
}
