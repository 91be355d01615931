namespace Checkout.Changing.Hydrating;

/// <param name="Amount">Minor units.</param>
public sealed record NamedAmount(string Name, long Amount);
