using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Inventory, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendInventoryFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListVariants))]
    public Task<IResult> ListVariants(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "products/v2/shops/{shop_identifier}/variants")]
        HttpRequest request) =>
        endpoint.Run(request);
}
