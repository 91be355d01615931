namespace Checkout.Http.Backend.SimpleOrders;

/// <summary>Routes of simple orders, under the name that connectors call them by (docs/contract/backend.md#simple-orders).</summary>
public static class SimpleOrderRoutes
{
    public const string Orders = "checkout_sidekick/{shop_identifier}/order";
    public const string Order = Orders + "/{public_order_id}";
    public const string State = Order + "/state";
    public const string Resume = Order + "/resume";
}
