using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/MetaData, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontMetaDataFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetMetaData))]
    public Task<IResult> GetMetaData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/meta_data")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ReplaceMetaData))]
    public Task<IResult> ReplaceMetaData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/meta_data")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(PatchMetaData))]
    public Task<IResult> PatchMetaData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/meta_data")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteMetaData))]
    public Task<IResult> DeleteMetaData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/meta_data")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
