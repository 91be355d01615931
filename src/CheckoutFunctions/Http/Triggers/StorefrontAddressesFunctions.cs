using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Addresses, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontAddressesFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(SetShippingAddress))]
    public Task<IResult> SetShippingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/shipping")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetShippingAddress))]
    public Task<IResult> GetShippingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/shipping")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateShippingAddress))]
    public Task<IResult> UpdateShippingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/shipping")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteShippingAddress))]
    public Task<IResult> DeleteShippingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/shipping")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SetBillingAddress))]
    public Task<IResult> SetBillingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/billing")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetBillingAddress))]
    public Task<IResult> GetBillingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/billing")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateBillingAddress))]
    public Task<IResult> UpdateBillingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/billing")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteBillingAddress))]
    public Task<IResult> DeleteBillingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/addresses/billing")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ValidateAddress))]
    public Task<IResult> ValidateAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/validate_address")]
        HttpRequest request) =>
        endpoint.Run(request);
}
