namespace Checkout.Viewing;

/// <summary>How a movement of a payment's money went.</summary>
public static class MovementStatuses
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";
    public const string NeedsAction = "needs_action";
    public const string Failed = "failed";
}
