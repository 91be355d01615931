namespace Checkout.Orders;

/// <summary>
/// What a gateway says against a payment after it was taken: the cardholder contests it, the card's bank warns of fraud, or
/// the gateway's own checks want a person to look. It moves no money by itself.
/// </summary>
/// <param name="Reference">The gateway's id of it; later notices about it have the same reference.</param>
/// <param name="Kind">dispute, fraud_warning or review.</param>
/// <param name="Status">In the gateway's words, such as needs_response, won, lost, open, closed.</param>
/// <param name="Reason">In the gateway's words; may be empty.</param>
/// <param name="Amount">What is contested, minor units; null when nothing is.</param>
public sealed record PaymentAlert(string Reference, string Kind, string Status, string Reason, long? Amount = null)
{
    public const string Dispute = "dispute";
    public const string FraudWarning = "fraud_warning";
    public const string Review = "review";
}
