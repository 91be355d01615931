namespace Checkout.Http.Backend.Summary;

/// <param name="Amount">Minor units.</param>
public sealed record RevenueState(string Currency, long Amount);
