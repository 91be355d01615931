using Checkout.Orders;

namespace Checkout.Journeys.Completing;

/// <param name="Changed">Why the order is not placed although its taxes are right now; null when its total is what it was.</param>
public sealed record RecheckedTaxes(Order Order, Problem? Changed = null);
