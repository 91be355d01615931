namespace Checkout.Addresses;

public enum AddressKind
{
    Shipping,
    Billing,
}
