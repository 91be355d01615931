using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/SimpleOrders, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendSimpleOrdersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(BeginSimpleOrder))]
    public Task<IResult> BeginSimpleOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout_sidekick/{shop_identifier}/order")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetSimpleOrder))]
    public Task<IResult> GetSimpleOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout_sidekick/{shop_identifier}/order/{public_order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(HydrateSimpleOrder))]
    public Task<IResult> HydrateSimpleOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout_sidekick/{shop_identifier}/order/{public_order_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SetSimpleOrderState))]
    public Task<IResult> SetSimpleOrderState(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout_sidekick/{shop_identifier}/order/{public_order_id}/state")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ResumeSimpleOrder))]
    public Task<IResult> ResumeSimpleOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout_sidekick/{shop_identifier}/order/{public_order_id}/resume")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
