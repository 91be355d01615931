namespace Checkout.Changing.Fulfillment;

/// <summary>What the quantities of a fulfillment count (docs/contract/backend.md#fulfillment).</summary>
public enum FulfillmentCount
{
    /// <summary>All units that have been shipped so far.</summary>
    InAll,

    /// <summary>The units of one shipment, on top of those before.</summary>
    OfThisShipment,
}
