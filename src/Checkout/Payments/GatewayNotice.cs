using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// What a gateway tells without being asked: something happened to this order's money. It carries no amounts to act on; it says which
/// order to reconcile, so a notice that comes twice, late or out of order does no harm.
/// </summary>
/// <param name="EventId">The gateway's own id of the event; a repeated one has the same.</param>
/// <param name="Type">Such as payment_intent.succeeded.</param>
/// <param name="Reference">The gateway's id of what it is about.</param>
public sealed record GatewayNotice(
    string EventId,
    string Type,
    string ShopIdentifier,
    string PublicOrderId,
    string PaymentId,
    string Reference,
    DateTimeOffset CreatedAt
)
{
    /// <summary>Money moved, or is contested, maybe by somebody else than this program.</summary>
    public bool TellsOfMoney { get; init; }

    /// <summary>Set where the notice is about an alert, as the gateway told it when it was asked for it.</summary>
    public PaymentAlert? Alert { get; init; }
}
