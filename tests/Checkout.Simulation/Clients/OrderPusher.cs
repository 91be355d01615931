namespace Checkout.Simulation.Clients;

/// <summary>Pushes orders with Create Order, sometimes the same one from several places at once, and goes on until it is through.</summary>
internal sealed class OrderPusher(World world, int number) : Client(world)
{
    private static readonly string[] Commands =
    [
        "calculate_shipping",
        "calculate_tax_rates",
        "authorize_payments",
        "process_order",
        "send_to_platform",
        "charge_payments",
    ];

    public override async Task Run()
    {
        for (var i = 0; i < 1 + World.Chance.Next(3); i++)
        {
            var body = Body($"key-{number}-{i}");
            var places = 1 + World.Chance.Next(3);
            await Task.WhenAll(Enumerable.Range(0, places).Select(_ => Push(body)));
        }
    }

    private async Task Push(object body)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var answer = await Send("CreateOrder", World.Token, body);
            if (answer is { Status: 200 })
                return;
        }
    }

    private object Body(string key)
    {
        var address = new
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
        };
        var methods = new[] { World.CardMethod, World.CardMethod, World.DecliningMethod, World.GiftCardMethod };
        var payments =
            World.Chance.Next(3) == 0
                ? new object[]
                {
                    new { public_payment_method_id = World.GiftCardMethod, amount = 400 + World.Chance.Next(2000) },
                    new { public_payment_method_id = World.CardMethod },
                }
                : [new { public_payment_method_id = methods[World.Chance.Next(methods.Length)] }];
        var count = World.Chance.Next(4) == 0 ? World.Chance.Next(Commands.Length) : Commands.Length;
        return new
        {
            idempotency_key = key,
            cart_items = new object[]
            {
                new
                {
                    sku = "SCARCE",
                    quantity = 1 + World.Chance.Next(4),
                    line_item_key = "a",
                },
                new
                {
                    sku = "PLAIN",
                    quantity = 1 + World.Chance.Next(2),
                    line_item_key = "b",
                },
            },
            customer = new
            {
                first_name = "Sim",
                last_name = "Ulated",
                email_address = "sim@example.com",
                public_id = World.CustomerId,
            },
            shipping_address = address,
            billing_address = address,
            discounts = World.Chance.Next(2) == 0 ? new object[] { new { discount_code = "LIMITED" } } : [],
            payments,
            commands = Commands.Take(count).Select((name, i) => (name, i)).ToDictionary(c => c.i.ToString(), c => c.name),
        };
    }
}
