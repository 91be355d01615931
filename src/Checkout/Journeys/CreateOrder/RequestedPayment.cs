namespace Checkout.Journeys.CreateOrder;

/// <summary>A payment with one of the customer's saved methods: the one named, or the customer's default.</summary>
/// <param name="Amount">Minor units; null takes what remains.</param>
public sealed record RequestedPayment(string? PublicCustomerId, string? PublicPaymentMethodId, long? Amount);
