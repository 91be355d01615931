using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Taxes, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontTaxesFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GenerateTaxes))]
    public Task<IResult> GenerateTaxes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/taxes")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetTaxes))]
    public Task<IResult> GetTaxes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/taxes")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(EstimateTaxes))]
    public Task<IResult> EstimateTaxes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/taxes/estimate")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
