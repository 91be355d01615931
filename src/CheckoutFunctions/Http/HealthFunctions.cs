using Checkout.Http.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http;

/// <summary>What load balancers and operators ask.</summary>
public sealed class HealthFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(Live))]
    public Task<IResult> Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HealthRoutes.Live)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(Ready))]
    public Task<IResult> Ready([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HealthRoutes.Ready)] HttpRequest request) =>
        endpoint.Run(request);
}
