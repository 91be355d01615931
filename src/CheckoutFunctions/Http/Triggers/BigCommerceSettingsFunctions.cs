using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of BigCommerce/Settings, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BigCommerceSettingsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetCheckoutSettings))]
    public Task<IResult> GetCheckoutSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/checkout-settings")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetFormFields))]
    public Task<IResult> GetFormFields(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/storefront/form-fields")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(FindPickupOptions))]
    public Task<IResult> FindPickupOptions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/pickup-options")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ListStoreCountries))]
    public Task<IResult> ListStoreCountries(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "internalapi/v1/store/countries")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ListShippingCountries))]
    public Task<IResult> ListShippingCountries(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "internalapi/v1/shipping/countries")]
        HttpRequest request) =>
        endpoint.Run(request);
}
