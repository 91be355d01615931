using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>Units of a line that go to another address than the rest of it.</summary>
/// <param name="Quantity">At least 1.</param>
public sealed record SentUnits(Address Address, int Quantity);
