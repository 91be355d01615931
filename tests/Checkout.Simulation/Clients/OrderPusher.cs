namespace Checkout.Simulation.Clients;

/// <summary>
/// Pushes orders with Create Order, sometimes the same one from several places at once, with the commands in any order, and
/// goes on until it is through: under the same key, with other payments or more commands where the first were not enough.
/// </summary>
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

    private static readonly string[] Methods =
    [
        World.CardMethod,
        World.CardMethod,
        World.DecliningMethod,
        World.GiftCardMethod,
        World.FullGiftCardMethod,
    ];

    public override async Task Run()
    {
        for (var i = 0; i < 1 + World.Chance.Next(3); i++)
        {
            var order = NewOrder($"key-{number}-{i}");
            var commands = AnyCommands();
            var payments = AnyPayments();
            await Task.WhenAll(Enumerable.Range(0, 1 + World.Chance.Next(3)).Select(_ => Push(order, commands, payments)));
        }
    }

    protected override void Look(string endpoint, object? body, Answer answer, bool storeFailed)
    {
        if (body is Dictionary<string, object> order)
            World.Watch.Answered((string)order["idempotency_key"], answer, storeFailed);
    }

    private async Task Push(Dictionary<string, object> order, string[] commands, object[] payments)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var answer = await Send("CreateOrder", World.Token, Body(order, commands, payments));
            if (answer is { Status: 200 } && commands.Length == Commands.Length)
                return;

            // A new key, as somebody does who was not told of an order.
            if (answer is { Status: >= 500 } && World.Sabotage is Sabotage.AnswersAreBare)
                order = NewOrder($"{order["idempotency_key"]}-again");
            if (World.Chance.Next(3) == 0)
                payments = AnyPayments();
            if (World.Chance.Next(2) == 0)
                commands = [.. commands, .. Commands.Except(commands, StringComparer.Ordinal)];
        }
    }

    /// <summary>Mostly as the guide has them; or all of them in any of their 720 orders; or only some, to be completed later.</summary>
    private string[] AnyCommands()
    {
        var commands = (string[])Commands.Clone();
        if (World.Chance.Next(3) == 0)
            World.Chance.Shuffle(commands);
        return World.Chance.Next(4) == 0 ? commands[..World.Chance.Next(commands.Length)] : commands;
    }

    private object[] AnyPayments() =>
        World.Chance.Next(3) switch
        {
            0 =>
            [
                new { public_payment_method_id = World.GiftCardMethod, amount = 400 + World.Chance.Next(2000) },
                new { public_payment_method_id = World.CardMethod },
            ],
            1 =>
            [
                new { public_payment_method_id = World.CardMethod, amount = 1000 + World.Chance.Next(3000) },
                new { public_payment_method_id = Methods[World.Chance.Next(Methods.Length)] },
            ],
            _ => [new { public_payment_method_id = Methods[World.Chance.Next(Methods.Length)] }],
        };

    private static Dictionary<string, object> Body(Dictionary<string, object> order, string[] commands, object[] payments) =>
        new(order, StringComparer.Ordinal)
        {
            ["payments"] = payments,
            ["commands"] = commands.Select((name, i) => (name, i)).ToDictionary(c => $"{c.i}", c => c.name, StringComparer.Ordinal),
        };

    private Dictionary<string, object> NewOrder(string key)
    {
        var address = Addresses.Any(World.Chance);
        return new(StringComparer.Ordinal)
        {
            ["idempotency_key"] = key,
            ["cart_items"] = new object[]
            {
                Cart.Line(World.Chance.Next(2) == 0 ? "SCARCE" : "RARE", 1 + World.Chance.Next(3), "a"),
                Cart.Line("PLAIN", 1 + World.Chance.Next(2), "b"),
            },
            ["customer"] = new
            {
                first_name = "Sim",
                last_name = "Ulated",
                email_address = "sim@example.com",
                public_id = World.CustomerId,
            },
            ["shipping_address"] = address,
            ["billing_address"] = address,
            ["discounts"] = World.Chance.Next(2) == 0 ? new object[] { new { discount_code = "LIMITED" } } : [],
        };
    }
}
