using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Summary, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendSummaryFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetSummary))]
    public Task<IResult> GetSummary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/summary")]
        HttpRequest request) =>
        endpoint.Run(request);
}
