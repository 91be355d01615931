using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Logs, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontLogsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(AddLog))]
    public Task<IResult> AddLog(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/log")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
