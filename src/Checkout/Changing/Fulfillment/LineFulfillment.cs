using System.Collections.Immutable;

namespace Checkout.Changing.Fulfillment;

/// <param name="FulfilledQuantity">Absolute, 0 to the line's quantity.</param>
public sealed record LineFulfillment(string LineItemKey, int FulfilledQuantity);
