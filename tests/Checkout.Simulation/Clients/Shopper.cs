namespace Checkout.Simulation.Clients;

/// <summary>Begins an order as a storefront's backend does; the back office finds it among the others.</summary>
internal sealed class Shopper(World world) : Client(world)
{
    public override async Task Run()
    {
        var begun = await Send("InitializeOrder", World.Token, new
        {
            cart_items = new object[] { new { sku = "SCARCE", quantity = 1, line_item_key = "a" }, new { sku = "PLAIN", quantity = 1, line_item_key = "b" } },
            customer = new { first_name = "Sim", last_name = "Ulated", email_address = "shopper@example.com" },
        });
        if (begun is not { Status: 200 })
            return;
        var order = begun.Body["data"]!["public_order_id"]!.GetValue<string>();
        await Send("ResumeOrder", World.Token, new { public_order_id = order });
    }
}
