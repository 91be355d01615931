using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of BigCommerce/Carts, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BigCommerceCartsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(CreateCart))]
    public Task<IResult> CreateCart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/carts")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ListCarts))]
    public Task<IResult> ListCarts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/carts")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetCart))]
    public Task<IResult> GetCart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/carts/{public_order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(DeleteCart))]
    public Task<IResult> DeleteCart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/storefront/carts/{public_order_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SetCartCurrency))]
    public Task<IResult> SetCartCurrency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/carts/{public_order_id}/currency")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
