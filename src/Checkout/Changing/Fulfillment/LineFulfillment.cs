namespace Checkout.Changing.Fulfillment;

/// <param name="FulfilledQuantity">Units, counted as <see cref="FulfillmentCount"/> says.</param>
public sealed record LineFulfillment(string LineItemKey, int FulfilledQuantity);
