using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Letters, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendLettersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ResendLetter))]
    public Task<IResult> ResendLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/letters")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
