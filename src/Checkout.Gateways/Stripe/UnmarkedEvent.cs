using Checkout.Payments;

namespace Checkout.Gateways.Stripe;

/// <summary>An event about money of a PaymentIntent that does not say which order it is of.</summary>
internal sealed record UnmarkedEvent(string Id, string Type, string Reference, string IntentId, DateTimeOffset CreatedAt)
{
    /// <summary>The notice by the PaymentIntent's metadata; null when it is of no order of ours.</summary>
    public GatewayNotice? Of(IReadOnlyDictionary<string, string>? metadata) =>
        metadata is not null
        && metadata.TryGetValue(StripeMark.Shop, out var shop)
        && metadata.TryGetValue(StripeMark.PublicOrderId, out var order)
        && metadata.TryGetValue(StripeMark.PaymentId, out var payment)
            ? new GatewayNotice(Id, Type, shop, order, payment, Reference, CreatedAt) { TellsOfMoney = true }
            : null;
}
