using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration/Products, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationProductsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListProducts))]
    public Task<IResult> ListProducts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/products")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(DeleteProduct))]
    public Task<IResult> DeleteProduct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/products/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ChangeStock))]
    public Task<IResult> ChangeStock(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/shop/{shop_identifier}/products/{id}/stock")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ListStockMoves))]
    public Task<IResult> ListStockMoves(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/products/{id}/stock/moves")]
        HttpRequest request) =>
        endpoint.Run(request);
}
