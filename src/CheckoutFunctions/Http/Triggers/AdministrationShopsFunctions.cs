using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration/Shops, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationShopsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetShopSettings))]
    public Task<IResult> GetShopSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/settings")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(PutShopSettings))]
    public Task<IResult> PutShopSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "checkout/shop/{shop_identifier}/settings")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
