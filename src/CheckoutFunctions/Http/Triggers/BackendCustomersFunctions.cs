using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Customers, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendCustomersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(DeleteOrderCustomer))]
    public Task<IResult> DeleteOrderCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/orders/{shop_identifier}/{public_order_id}/customer")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateAuthenticatedCustomer))]
    public Task<IResult> CreateAuthenticatedCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/orders/{shop_identifier}/{public_order_id}/customer/authenticated")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetPlatformCustomer))]
    public Task<IResult> GetPlatformCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "customers/v2/shops/{shop_identifier}/customers/pid/{platform_id}")]
        HttpRequest request) =>
        endpoint.Run(request);
}
