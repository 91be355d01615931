using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Orders, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendOrdersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(InitializeOrder))]
    public Task<IResult> InitializeOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/init")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ResumeOrder))]
    public Task<IResult> ResumeOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/resume")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ListOrders))]
    public Task<IResult> ListOrders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/orders/{shop_identifier}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(RebuildOrderList))]
    public Task<IResult> RebuildOrderList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/order_list/rebuild")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetOrder))]
    public Task<IResult> GetOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/orders/{shop_identifier}/{public_order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(AddOrderNote))]
    public Task<IResult> AddOrderNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/notes")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CancelOrder))]
    public Task<IResult> CancelOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/cancel")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AmendOrder))]
    public Task<IResult> AmendOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/amend")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CompleteOrder))]
    public Task<IResult> CompleteOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/complete")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetTimeline))]
    public Task<IResult> GetTimeline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/orders/{shop_identifier}/{public_order_id}/timeline")]
        HttpRequest request) =>
        endpoint.Run(request);
}
