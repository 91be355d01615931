using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of BigCommerce/Placing, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BigCommercePlacingFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListSdkPaymentMethods))]
    public Task<IResult> ListSdkPaymentMethods(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/payments")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetSdkPaymentMethod))]
    public Task<IResult> GetSdkPaymentMethod(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/payments/{method_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ApplyStoreCredit))]
    public Task<IResult> ApplyStoreCredit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/store-credit")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveStoreCredit))]
    public Task<IResult> RemoveStoreCredit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/storefront/checkouts/{public_order_id}/store-credit")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CheckSpam))]
    public Task<IResult> CheckSpam(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/spam-protection")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SubmitSdkOrder))]
    public Task<IResult> SubmitSdkOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "internalapi/v1/checkout/order")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
