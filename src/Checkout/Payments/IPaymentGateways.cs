namespace Checkout.Payments;

/// <summary>The gateway drivers that this host has, by name (test, stripe, gift_card).</summary>
public interface IPaymentGateways
{
    /// <summary>The driver; null when this host has none of that name.</summary>
    IPaymentGateway? Driver(string name);
}
