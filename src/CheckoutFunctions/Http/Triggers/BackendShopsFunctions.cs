using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Shops, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendShopsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetShopInfo))]
    public Task<IResult> GetShopInfo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shops/v1/info")]
        HttpRequest request) =>
        endpoint.Run(request);
}
