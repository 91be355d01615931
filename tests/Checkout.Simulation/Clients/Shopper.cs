namespace Checkout.Simulation.Clients;

/// <summary>
/// Begins an order as a storefront's backend does, or takes up one that a Create Order made or is making, and shops: changes
/// the cart, fills in addresses, pays and processes, sometimes in two browsers at once, in a sensible order or not.
/// </summary>
internal sealed class Shopper(World world) : Client(world)
{
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
                    Cart.Line(World.Chance.Next(2) == 0 ? "SCARCE" : "RARE", 1 + World.Chance.Next(2), "a"),
                    Cart.Line("PLAIN", 1, "b"),
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
        var address = Addresses.Any(World.Chance);
        await Call("SetShippingAddress", address);
        await Call("SetBillingAddress", address);
        await Call("GetShippingLines");
        await Call("SelectShippingLine", new { index = "0" });
        await Call("GenerateTaxes");
        for (var i = 0; i < World.Chance.Next(5); i++)
            await Wander(i);
        await Pay();
        for (var tries = 0; tries < 1 + World.Chance.Next(3); tries++)
            if (await Place() is { Status: 200 })
                return;
    }

    private async Task Pay()
    {
        if (World.Chance.Next(5) == 0)
            await Call(
                "AddPayment",
                new
                {
                    gateway_public_id = World.GiftCardGateway,
                    token = World.Chance.Next(2) == 0 ? "SIMCARD" : "SIMCARDFULL",
                    type = "gift_card",
                }
            );
        await Call("AddPayment", new { gateway_public_id = World.Gateway, token = Token() });
    }

    /// <summary>A card form makes a new one each time.</summary>
    private string Token() =>
        World.Chance.Next(6) switch
        {
            0 => $"tok_decline_{World.Ids.Ulid()}",
            1 => $"tok_action_{World.Ids.Ulid()}",
            _ => $"tok_visa_{World.Ids.Ulid()}",
        };

    /// <summary>Presses the button; where the bank asks for it, confirms and presses it again.</summary>
    private async Task<Answer?> Place()
    {
        if (World.Chance.Next(4) == 0)
            await Wander(9);
        var placed = await Call("ProcessOrder");
        var waiting = World.Bank.Holds.FirstOrDefault(h => h.Order == order && h.AwaitsShopper);
        if (waiting is null || World.Chance.Next(4) == 0)
            return placed;
        World.Bank.Answer(waiting, confirms: World.Chance.Next(5) > 0);
        return await Call("ProcessOrder");
    }

    private Task<Answer?> Wander(int i) =>
        World.Chance.Next(8) switch
        {
            0 => Call("AddItem", Cart.Line(World.Chance.Next(2) == 0 ? "PLAIN" : "RARE", 1, $"more-{i}")),
            1 or 2 => Call("UpdateItem", new { line_item_key = "b", quantity = 1 + World.Chance.Next(3) }),
            3 => Call("AddDiscount", new { code = "LIMITED" }),
            4 => Call("GenerateTaxes"),
            5 => Call("SetShippingAddress", Addresses.Any(World.Chance)),
            6 => Call("PatchMetaData", new { notes = $"note {i}" }),
            _ => World.Chance.Next(3) == 0 ? Call("DeleteShippingAddress") : Call("RefreshOrder"),
        };

    private Task<Answer?> Call(string endpoint, object? body = null) => Send(endpoint, jwt, body, Order(order));
}
