namespace Checkout.Orders;

/// <summary>A fee on one line, in minor units.</summary>
public sealed record LineFee(string Name, long Amount);
