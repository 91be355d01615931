using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Payments, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontPaymentsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetPayments))]
    public Task<IResult> GetPayments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(AddPayment))]
    public Task<IResult> AddPayment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdatePayment))]
    public Task<IResult> UpdatePayment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeletePayment))]
    public Task<IResult> DeletePayment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteGiftCardPayment))]
    public Task<IResult> DeleteGiftCardPayment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments/gift_card")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteSavedPayment))]
    public Task<IResult> DeleteSavedPayment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments/saved/{public_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(OnSca))]
    public Task<IResult> OnSca(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments/on_sca")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
