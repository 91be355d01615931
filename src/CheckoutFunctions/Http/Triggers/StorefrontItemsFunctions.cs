using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Items, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontItemsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(AddItem))]
    public Task<IResult> AddItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/items")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetItems))]
    public Task<IResult> GetItems(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/items")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateItem))]
    public Task<IResult> UpdateItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/items")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteItem))]
    public Task<IResult> DeleteItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/items")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
