using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of BigCommerce/Customers, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BigCommerceCustomersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(Subscribe))]
    public Task<IResult> Subscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/subscriptions")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateCustomer))]
    public Task<IResult> CreateCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/customer")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddCustomerAddress))]
    public Task<IResult> AddCustomerAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/customer-address")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SignInCustomer))]
    public Task<IResult> SignInCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "internalapi/v1/checkout/customer")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SignOutCustomer))]
    public Task<IResult> SignOutCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "internalapi/v1/checkout/customer")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
