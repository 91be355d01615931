using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Plugins, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontPluginsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(AppHook))]
    public Task<IResult> AppHook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/storefront/{shop_identifier}/{public_order_id}/app_hook")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
