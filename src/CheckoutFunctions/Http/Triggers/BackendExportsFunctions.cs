using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Exports, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendExportsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(Export))]
    public Task<IResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/exports/{name}")]
        HttpRequest request) =>
        endpoint.Run(request);
}
