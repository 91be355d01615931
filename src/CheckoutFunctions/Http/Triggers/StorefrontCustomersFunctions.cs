using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Customers, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontCustomersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(AddGuestCustomer))]
    public Task<IResult> AddGuestCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/customer/guest")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateGuestCustomer))]
    public Task<IResult> UpdateGuestCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/customer/guest")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCustomer))]
    public Task<IResult> UpdateCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/customer")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetCustomer))]
    public Task<IResult> GetCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/customer")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(DeleteCustomer))]
    public Task<IResult> DeleteCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/customer")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ValidateEmail))]
    public Task<IResult> ValidateEmail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/validate_email_address")]
        HttpRequest request) =>
        endpoint.Run(request);
}
