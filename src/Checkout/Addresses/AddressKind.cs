using System.Collections.Immutable;

namespace Checkout.Addresses;

public enum AddressKind
{
    Shipping,
    Billing,
}
