using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration/Customers, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationCustomersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListCustomers))]
    public Task<IResult> ListCustomers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/customers")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ExportCustomers))]
    public Task<IResult> ExportCustomers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/customers/export")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ShowCustomer))]
    public Task<IResult> ShowCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/customers/{id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(EraseCustomer))]
    public Task<IResult> EraseCustomer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/customers/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ImportCustomers))]
    public Task<IResult> ImportCustomers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/customers/import")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
