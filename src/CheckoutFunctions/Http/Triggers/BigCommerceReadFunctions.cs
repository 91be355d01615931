using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of BigCommerce, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BigCommerceReadFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListCheckouts))]
    public Task<IResult> ListCheckouts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/checkouts")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetCheckout))]
    public Task<IResult> GetCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/checkouts/{public_order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ListPaymentMethods))]
    public Task<IResult> ListPaymentMethods(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/checkouts/{public_order_id}/payments")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ListShippingOptions))]
    public Task<IResult> ListShippingOptions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "api/storefront/checkouts/{public_order_id}/shipping-addresses/{address_id}/options")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetPlacedOrder))]
    public Task<IResult> GetPlacedOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/orders/{order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetCheckoutAtSdkPath))]
    public Task<IResult> GetCheckoutAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/checkout/{public_order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);
}
