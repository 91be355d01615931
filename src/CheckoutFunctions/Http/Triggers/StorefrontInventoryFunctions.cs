using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/Inventory, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontInventoryFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(CheckInventory))]
    public Task<IResult> CheckInventory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/check_inventory")]
        HttpRequest request) =>
        endpoint.Run(request);
}
