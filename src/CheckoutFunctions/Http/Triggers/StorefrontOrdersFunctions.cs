using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Orders, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontOrdersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ProcessOrder))]
    public Task<IResult> ProcessOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/process_order")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefreshOrder))]
    public Task<IResult> RefreshOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/refresh")]
        HttpRequest request) =>
        endpoint.Run(request);
}
