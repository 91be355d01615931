namespace Checkout.Viewing;

/// <summary>What a movement of a payment's money is.</summary>
public static class MovementKinds
{
    public const string Authorize = "authorize";
    public const string Capture = "capture";
    public const string Void = "void";
    public const string Refund = "refund";
}
