namespace Checkout.Orders;

/// <summary>The statuses of a payment in the spelling of the wire (docs/contract/payments.md#statuses).</summary>
public static class PaymentStatuses
{
    public const string AwaitingPreAuth = "awaitingPreAuth";
    public const string PreAuthed = "preAuthed";
    public const string PartiallyCaptured = "partiallyCaptured";
    public const string Captured = "captured";
    public const string PartiallyRefunded = "partiallyRefunded";
    public const string Refunded = "refunded";
    public const string Voided = "voided";
    public const string Failed = "failed";
}
