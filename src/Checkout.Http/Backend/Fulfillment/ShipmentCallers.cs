using Checkout.Changing.Fulfillment;
using Checkout.Http.Frame;

namespace Checkout.Http.Backend.Fulfillment;

/// <summary>
/// Tells apart who counts how. The published connectors send the units of one shipment and name themselves in <c>User-Agent</c>; whoever
/// else calls sends, as the page has it, all that were shipped so far (docs/contract/backend.md#fulfillment).
/// </summary>
internal static class ShipmentCallers
{
    private const string Connectors = "Bold-Platform-Connector-";

    public static FulfillmentCount CountOf(Call call) =>
        call.Http.Request.Headers.UserAgent.ToString().StartsWith(Connectors, StringComparison.Ordinal)
            ? FulfillmentCount.OfThisShipment
            : FulfillmentCount.InAll;
}
