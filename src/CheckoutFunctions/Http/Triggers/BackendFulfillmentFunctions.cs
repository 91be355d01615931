using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Fulfillment, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendFulfillmentFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(FulfillLineItem))]
    public Task<IResult> FulfillLineItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch",
            Route = "checkout/orders/{shop_identifier}/{public_order_id}/line_items/{line_item_key}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(FulfillLineItems))]
    public Task<IResult> FulfillLineItems(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/orders/{shop_identifier}/{public_order_id}/line_items")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
