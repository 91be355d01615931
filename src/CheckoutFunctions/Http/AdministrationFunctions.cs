using Checkout.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>Routes of shop administration (reference/wire-contract.md, H13).</summary>
public sealed class AdministrationFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetShopSettings))]
    public Task<IResult> GetShopSettings([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdministrationRoutes.Settings)] HttpRequest request) =>
        endpoint.Run(nameof(GetShopSettings), request);

    [Function(nameof(PutShopSettings))]
    public Task<IResult> PutShopSettings([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = AdministrationRoutes.Settings)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(nameof(PutShopSettings), request, durable);
}
