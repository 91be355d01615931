using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Work, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendWorkFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetWork))]
    public Task<IResult> GetWork(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/work")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(RunWork))]
    public Task<IResult> RunWork(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/work/{id}/run")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
