namespace Checkout.Orders;

/// <summary>Where a shipment can be followed; empty where it is not known.</summary>
public sealed record Tracking(string Carrier, string Number, string Url)
{
    public static Tracking None { get; } = new("", "", "");
}
