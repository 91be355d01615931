using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Shipping, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontShippingFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetShippingLines))]
    public Task<IResult> GetShippingLines(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/shipping_lines")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(SelectShippingLine))]
    public Task<IResult> SelectShippingLine(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/shipping_lines")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(EstimateShippingLines))]
    public Task<IResult> EstimateShippingLines(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/shipping_lines/estimate")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
