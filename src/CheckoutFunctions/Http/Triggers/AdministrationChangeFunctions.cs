using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationChangeFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(PutProducts))]
    public Task<IResult> PutProducts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout/shop/{shop_identifier}/products")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(PutPlugin))]
    public Task<IResult> PutPlugin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout/shop/{shop_identifier}/plugins/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeletePlugin))]
    public Task<IResult> DeletePlugin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/plugins/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SimulatePlugin))]
    public Task<IResult> SimulatePlugin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/plugins/{id}/simulate")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ReplayDeadLetters))]
    public Task<IResult> ReplayDeadLetters(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/dead_letters/replay")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ReplayDeadLetter))]
    public Task<IResult> ReplayDeadLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/dead_letters/{id}/replay")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateOverride))]
    public Task<IResult> CreateOverride(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/overrides")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateOverride))]
    public Task<IResult> UpdateOverride(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/shop/{shop_identifier}/overrides/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteOverride))]
    public Task<IResult> DeleteOverride(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/overrides/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateWebhook))]
    public Task<IResult> CreateWebhook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/webhooks")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateWebhook))]
    public Task<IResult> UpdateWebhook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/shop/{shop_identifier}/webhooks/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteWebhook))]
    public Task<IResult> DeleteWebhook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/webhooks/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ResendDelivery))]
    public Task<IResult> ResendDelivery(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/shop/{shop_identifier}/webhooks/{id}/deliveries/{delivery_id}/resend")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(TestWebhook))]
    public Task<IResult> TestWebhook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/webhooks/{id}/test")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateCorsOrigin))]
    public Task<IResult> CreateCorsOrigin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/cors")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteCorsDomain))]
    public Task<IResult> DeleteCorsDomain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/cors")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteCorsOrigin))]
    public Task<IResult> DeleteCorsOrigin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/cors/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateFlow))]
    public Task<IResult> CreateFlow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/flows")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateFlow))]
    public Task<IResult> UpdateFlow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/shop/{shop_identifier}/flows/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteFlow))]
    public Task<IResult> DeleteFlow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/flows/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateLifeElement))]
    public Task<IResult> CreateLifeElement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/life_elements")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateLifeElement))]
    public Task<IResult> UpdateLifeElement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/shop/{shop_identifier}/life_elements/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteLifeElement))]
    public Task<IResult> DeleteLifeElement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/life_elements/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SetIntegrationConfig))]
    public Task<IResult> SetIntegrationConfig(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/integration/config")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateRemoteStateAuthority))]
    public Task<IResult> CreateRemoteStateAuthority(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/rsa_config")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateRemoteStateAuthority))]
    public Task<IResult> UpdateRemoteStateAuthority(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/shop/{shop_identifier}/rsa_config")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteRemoteStateAuthority))]
    public Task<IResult> DeleteRemoteStateAuthority(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/rsa_config")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
