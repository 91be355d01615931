using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/CreateOrder, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendCreateOrderFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(CreateOrder))]
    public Task<IResult> CreateOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/create")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
