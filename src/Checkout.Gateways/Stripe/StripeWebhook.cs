using System.Collections.Frozen;
using Checkout.Payments;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>Stripe's events: signed, at least once, in no order (https://docs.stripe.com/webhooks).</summary>
public static class StripeWebhook
{
    public const string SignatureHeader = "Stripe-Signature";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>After which the order's money may be another than the order knows (https://docs.stripe.com/api/events/types).</summary>
    private static readonly FrozenSet<string> MoneyTypes = FrozenSet.ToFrozenSet(
        [
            "payment_intent.succeeded",
            "payment_intent.canceled",
            "charge.captured",
            "charge.refunded",
            "charge.expired",
            "refund.created",
            "refund.updated",
            "charge.dispute.created",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.closed",
        ],
        StringComparer.Ordinal
    );

    /// <summary>
    /// The event. Refused (unauthorized): the signature is not of <paramref name="secret"/> and this payload, or older than
    /// five minutes.
    /// </summary>
    internal static Result<Event> Read(string payload, string header, string secret, DateTimeOffset now)
    {
        try
        {
            // The version of the events is set in the account's endpoint and may be another than the library's: only ids and metadata are
            // read.
            return EventUtility.ConstructEvent(
                payload,
                header,
                secret,
                (long)Tolerance.TotalSeconds,
                now.ToUnixTimeSeconds(),
                throwOnApiVersionMismatch: false
            );
        }
        catch (StripeException fault)
        {
            return new Problem(fault.Message, "authorization", SignatureHeader, "invalid_signature")
            {
                Kind = ProblemKind.Unauthorized,
                Severity = "critical",
            };
        }
    }

    /// <summary>
    /// The notice to reconcile an order, by what the event's own object says of it; null when the event is about nothing of ours,
    /// or about an alert, which says nothing of the order by itself.
    /// </summary>
    internal static GatewayNotice? Notice(Event happened)
    {
        var (reference, metadata) = happened.Data.Object switch
        {
            PaymentIntent intent => (intent.Id, intent.Metadata),
            Charge charge => (charge.Id, charge.Metadata),
            Refund refund => (refund.Id, refund.Metadata),
            _ => ("", null),
        };
        return Notice(happened, reference, metadata);
    }

    /// <param name="metadata">Of the object at Stripe, where ours name shop, order and payment.</param>
    internal static GatewayNotice? Notice(Event happened, string reference, Dictionary<string, string>? metadata) =>
        metadata is not null
        && metadata.TryGetValue(StripeMark.Shop, out var shop)
        && metadata.TryGetValue(StripeMark.PublicOrderId, out var order)
        && metadata.TryGetValue(StripeMark.PaymentId, out var payment)
            ? new GatewayNotice(
                happened.Id,
                happened.Type,
                shop,
                order,
                payment,
                reference,
                new DateTimeOffset(happened.Created, TimeSpan.Zero)
            )
            {
                TellsOfMoney = MoneyTypes.Contains(happened.Type),
            }
            : null;

    /// <summary>A refund made elsewhere: it has no metadata of ours, but its PaymentIntent does. Null for any other event.</summary>
    internal static Refund? UnmarkedRefund(Event happened) =>
        happened.Data.Object is Refund { PaymentIntentId: not null } refund && MoneyTypes.Contains(happened.Type) ? refund : null;
}
