using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Health, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class HealthFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(Live))]
    public Task<IResult> Live(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(Ready))]
    public Task<IResult> Ready(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")]
        HttpRequest request) =>
        endpoint.Run(request);
}
