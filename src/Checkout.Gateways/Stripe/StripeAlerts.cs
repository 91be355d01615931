using Checkout.Orders;
using Stripe;
using Stripe.Radar;

namespace Checkout.Gateways.Stripe;

/// <summary>
/// Disputes, early fraud warnings and reviews. Their events name a PaymentIntent and not our order, and come in no order;
/// so Stripe is asked which order the intent is of, and how a dispute or review is now.
/// </summary>
internal static class StripeAlerts
{
    /// <summary>The intent that an event's object is about; null when the object is no alert.</summary>
    public static string? IntentOf(IHasObject happened) =>
        happened switch
        {
            Dispute dispute => dispute.PaymentIntentId,
            EarlyFraudWarning warning => warning.PaymentIntentId,
            Review review => review.PaymentIntentId,
            _ => null,
        };

    /// <summary>The alert as Stripe has it now; an early fraud warning is as its event says.</summary>
    public static async Task<PaymentAlert> AlertOf(IHasObject happened, IStripeClient client, CancellationToken stop) =>
        happened switch
        {
            Dispute { Id: var id } => Of(await new DisputeService(client).GetAsync(id, cancellationToken: stop)),
            Review { Id: var id } => Of(await new ReviewService(client).GetAsync(id, cancellationToken: stop)),
            EarlyFraudWarning warning => new PaymentAlert(warning.Id, PaymentAlert.FraudWarning, "open", warning.FraudType ?? ""),
            _ => throw new ArgumentException("The object is no alert.", nameof(happened)),
        };

    private static PaymentAlert Of(Dispute dispute) =>
        new(
            dispute.Id,
            PaymentAlert.Dispute,
            dispute.Status ?? "",
            dispute.Reason ?? "",
            StripeAmount.From(dispute.Amount, dispute.Currency ?? "")
        );

    private static PaymentAlert Of(Review review) =>
        new(review.Id, PaymentAlert.Review, review.Open ? "open" : "closed", review.Reason ?? "");
}
