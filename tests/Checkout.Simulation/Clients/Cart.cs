namespace Checkout.Simulation.Clients;

internal static class Cart
{
    public static object Line(string sku, int quantity, string key) =>
        new
        {
            sku,
            quantity,
            line_item_key = key,
        };
}
