using Checkout.Http.Administration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>Administration of a shop.</summary>
public sealed class AdministrationFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetShopSettings))]
    public Task<IResult> GetShopSettings([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.Settings)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(PutShopSettings))]
    public Task<IResult> PutShopSettings([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = AdministrationRoutes.Settings)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(PutProducts))]
    public Task<IResult> PutProducts([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = AdministrationRoutes.Products)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetProduct))]
    public Task<IResult> GetProduct([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.Product)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetPlugins))]
    public Task<IResult> GetPlugins([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.Plugins)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(PutPlugin))]
    public Task<IResult> PutPlugin([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = AdministrationRoutes.Plugin)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeletePlugin))]
    public Task<IResult> DeletePlugin([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.Plugin)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetDeadLetters))]
    public Task<IResult> GetDeadLetters([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.DeadLetters)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ReplayDeadLetter))]
    public Task<IResult> ReplayDeadLetter([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.ReplayDeadLetter)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetOverrides))]
    public Task<IResult> GetOverrides([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.Overrides)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CreateOverride))]
    public Task<IResult> CreateOverride([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.Overrides)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateOverride))]
    public Task<IResult> UpdateOverride([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = AdministrationRoutes.Override)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteOverride))]
    public Task<IResult> DeleteOverride([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.Override)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetWebhookTopics))]
    public Task<IResult> GetWebhookTopics([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.WebhookTopics)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetWebhooks))]
    public Task<IResult> GetWebhooks([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.Webhooks)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CreateWebhook))]
    public Task<IResult> CreateWebhook([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.Webhooks)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteWebhook))]
    public Task<IResult> DeleteWebhook([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.Webhook)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetCorsOrigins))]
    public Task<IResult> GetCorsOrigins([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.CorsOrigins)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CreateCorsOrigin))]
    public Task<IResult> CreateCorsOrigin([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.CorsOrigins)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteCorsDomain))]
    public Task<IResult> DeleteCorsDomain([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.CorsOrigins)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteCorsOrigin))]
    public Task<IResult> DeleteCorsOrigin([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.CorsOrigin)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetAvailableFlows))]
    public Task<IResult> GetAvailableFlows([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.AvailableFlows)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetFlows))]
    public Task<IResult> GetFlows([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.Flows)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CreateFlow))]
    public Task<IResult> CreateFlow([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.Flows)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateFlow))]
    public Task<IResult> UpdateFlow([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = AdministrationRoutes.Flow)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteFlow))]
    public Task<IResult> DeleteFlow([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.Flow)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetLifeElements))]
    public Task<IResult> GetLifeElements([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.LifeElements)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CreateLifeElement))]
    public Task<IResult> CreateLifeElement([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.LifeElements)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateLifeElement))]
    public Task<IResult> UpdateLifeElement([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = AdministrationRoutes.LifeElement)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteLifeElement))]
    public Task<IResult> DeleteLifeElement([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.LifeElement)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SetIntegrationConfig))]
    public Task<IResult> SetIntegrationConfig([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.IntegrationConfig)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateRemoteStateAuthority))]
    public Task<IResult> CreateRemoteStateAuthority([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AdministrationRoutes.RemoteStateAuthority)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateRemoteStateAuthority))]
    public Task<IResult> UpdateRemoteStateAuthority([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = AdministrationRoutes.RemoteStateAuthority)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteRemoteStateAuthority))]
    public Task<IResult> DeleteRemoteStateAuthority([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AdministrationRoutes.RemoteStateAuthority)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
