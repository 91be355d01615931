using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationReadFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetCaller))]
    public Task<IResult> GetCaller(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/me")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetProduct))]
    public Task<IResult> GetProduct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/products/{id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetPlugins))]
    public Task<IResult> GetPlugins(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/plugins")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetDeadLetters))]
    public Task<IResult> GetDeadLetters(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/dead_letters")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetOverrides))]
    public Task<IResult> GetOverrides(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/overrides")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetWebhookTopics))]
    public Task<IResult> GetWebhookTopics(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/webhooks/topics")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetWebhooks))]
    public Task<IResult> GetWebhooks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/webhooks")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetWebhookDeliveries))]
    public Task<IResult> GetWebhookDeliveries(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/webhooks/{id}/deliveries")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetCorsOrigins))]
    public Task<IResult> GetCorsOrigins(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/cors")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetAvailableFlows))]
    public Task<IResult> GetAvailableFlows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/flows/available")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetFlows))]
    public Task<IResult> GetFlows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/flows")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetLifeElements))]
    public Task<IResult> GetLifeElements(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/life_elements")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetRemoteStateAuthority))]
    public Task<IResult> GetRemoteStateAuthority(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/rsa_config")]
        HttpRequest request) =>
        endpoint.Run(request);
}
