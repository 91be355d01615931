using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Who pays and where the goods go: for a gateway's fraud checks, its receipts, and cards that it keeps. All may be empty.
/// </summary>
public sealed record GatewayShopper
{
    /// <summary>The public id of the shop's returning customer; empty for a guest, whose cards are never kept.</summary>
    public string CustomerId { get; init; } = "";
    public string EmailAddress { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>Null when nothing is shipped, or not known where to.</summary>
    public Address? ShippingAddress { get; init; }

    public static GatewayShopper Of(Order order) =>
        new()
        {
            CustomerId = order.Customer is { IsAuthenticated: true, PublicId: { } id } ? id : "",
            EmailAddress = order.Customer?.EmailAddress ?? "",
            Name = order.Customer?.Name ?? "",
            ShippingAddress = order.ShippingAddress,
        };
}
