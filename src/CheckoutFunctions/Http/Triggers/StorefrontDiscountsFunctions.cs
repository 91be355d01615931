using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Discounts, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontDiscountsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(AddDiscount))]
    public Task<IResult> AddDiscount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/discounts")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetDiscounts))]
    public Task<IResult> GetDiscounts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/discounts")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(DeleteDiscount))]
    public Task<IResult> DeleteDiscount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/discounts")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ValidateDiscount))]
    public Task<IResult> ValidateDiscount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/validate_discount_code")]
        HttpRequest request) =>
        endpoint.Run(request);
}
