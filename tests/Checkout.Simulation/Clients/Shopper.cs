namespace Checkout.Simulation.Clients;

/// <summary>
/// Begins an order as a storefront's backend does, or takes up one that a Create Order made or is making, and shops: changes
/// the cart, fills in addresses, pays and processes, sometimes in two browsers at once, in a sensible order or not.
/// </summary>
internal sealed class Shopper(World world) : Client(world)
{
    private static readonly object Address = new
    {
        first_name = "Sim",
        last_name = "Ulated",
        address_line_1 = "50 Fultz Blvd",
        city = "Winnipeg",
        province = "Manitoba",
        province_code = "MB",
        country = "Canada",
        country_code = "CA",
        postal_code = "R3Y0L6",
        phone_number = "",
    };

    private string order = "";
    private string jwt = "";

    public override async Task Run()
    {
        var begun = World.Chance.Next(3) == 0 ? await TakeUp() : await Begin();
        if (begun is not { Status: 200 })
            return;
        order = begun.Body["data"]!["public_order_id"]!.GetValue<string>();
        jwt = begun.Body["data"]!["jwt_token"]!.GetValue<string>();
        await Task.WhenAll(Enumerable.Range(0, 1 + World.Chance.Next(2)).Select(_ => Browse()));
        if (World.Chance.Next(2) == 0)
            await Send("ResumeOrder", World.Token, new { public_order_id = order });
    }

    private Task<Answer?> Begin() =>
        Send(
            "InitializeOrder",
            World.Token,
            new
            {
                cart_items = new object[]
                {
                    new
                    {
                        sku = "SCARCE",
                        quantity = 1 + World.Chance.Next(2),
                        line_item_key = "a",
                    },
                    new
                    {
                        sku = "PLAIN",
                        quantity = 1,
                        line_item_key = "b",
                    },
                },
                customer = new
                {
                    first_name = "Sim",
                    last_name = "Ulated",
                    email_address = "shopper@example.com",
                },
            }
        );

    private async Task<Answer?> TakeUp()
    {
        await Task.Delay(TimeSpan.FromSeconds(World.Chance.Next(60)), World.Time);
        var created = World.Tables.AllOrders.Where(o => o.Journal is not null).ToList();
        return created.Count == 0
            ? await Begin()
            : await Send("ResumeOrder", World.Token, new { public_order_id = created[World.Chance.Next(created.Count)].PublicOrderId });
    }

    private async Task Browse()
    {
        await Call("SetShippingAddress", Address);
        await Call("SetBillingAddress", Address);
        await Call("GetShippingLines");
        await Call("SelectShippingLine", new { index = "0" });
        await Call("GenerateTaxes");
        for (var i = 0; i < World.Chance.Next(5); i++)
            await Wander(i);
        await Call("AddPayment", new { gateway_public_id = World.Gateway, token = World.Chance.Next(5) == 0 ? "tok_decline" : "tok_visa" });
        await Call("ProcessOrder");
        if (World.Chance.Next(3) == 0)
            await Call("ProcessOrder");
    }

    private Task<Answer?> Wander(int i) =>
        World.Chance.Next(7) switch
        {
            0 => Call(
                "AddItem",
                new
                {
                    sku = "PLAIN",
                    quantity = 1,
                    line_item_key = $"more-{i}",
                }
            ),
            1 => Call("UpdateItem", new { line_item_key = "b", quantity = 1 + World.Chance.Next(3) }),
            2 => Call("AddDiscount", new { code = "LIMITED" }),
            3 => Call("GenerateTaxes"),
            4 => Call("DeleteShippingAddress"),
            5 => Call("PatchMetaData", new { notes = $"note {i}" }),
            _ => Call("RefreshOrder"),
        };

    private Task<Answer?> Call(string endpoint, object? body = null) => Send(endpoint, jwt, body, Order(order));
}
