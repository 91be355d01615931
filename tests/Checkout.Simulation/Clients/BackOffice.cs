namespace Checkout.Simulation.Clients;

/// <summary>
/// The merchant's back office: captures, refunds, cancels, fulfills and completes whatever orders there are, in any
/// order.
/// </summary>
internal sealed class BackOffice(World world, int number) : Client(world)
{
    public override async Task Run()
    {
        var orders = World.Chance.Next(4) + 2;
        for (var i = 0; i < orders * 3; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(World.Chance.Next(40)), World.Time);
            if (World.Tables.Orders.Count > 0)
                await Act(World.Tables.Orders.Keys.ElementAt(World.Chance.Next(World.Tables.Orders.Count)), i);
        }
    }

    private async Task<Answer?> AuthorizeFull(string order)
    {
        var answer = await Send("AuthorizeFull", World.Token, null, Order(order));
        if (answer is not null && World.Tables.Orders.TryGetValue(order, out var rows))
            World.Watch.Authorized(rows.State, answer);
        return answer;
    }

    private Task<Answer?> Act(string order, int i)
    {
        var key = World.Chance.Next(2) == 0 ? $"call-{number}-{i}" : null;
        return World.Chance.Next(13) switch
        {
            0 => AuthorizeFull(order),
            1 => Send("CaptureFull", World.Token, new { reauth = World.Chance.Next(2) == 0, idempotent_key = key }, Order(order)),
            2 or 3 => Capture(order, 1 + World.Chance.Next(3000), key),
            4 => RefundFull(order, key),
            5 => Send("RefundPayments", World.Token, new { amount = 1 + World.Chance.Next(2000), idempotent_key = key }, Order(order)),
            6 => Send("RefundPayments", World.Token, new { refund_order_data = OneUnit(), idempotent_key = key }, Order(order)),
            7 => Send("CancelOrder", World.Token, new { reason = "Changed their mind" }, Order(order)),
            8 => Send(
                "FulfillLineItem",
                World.Token,
                new { fulfilled_quantity = World.Chance.Next(2) },
                Order(order),
                ("line_item_key", "b")
            ),
            9 => InParts(order),
            10 => Send("GetTimeline", World.Token, null, Order(order)),

            // Elsewhere the connector brings the platform its orders, and this is not called.
            11 when World.Shop.PlatformConnector.Url is null => Send(
                "CompleteOrder",
                World.Token,
                new { platform_order_id = $"theirs-{order}" },
                Order(order)
            ),
            _ => Send("GetOrder", World.Token, null, Order(order)),
        };
    }

    private Task<Answer?> Capture(string order, int amount, string? key) =>
        Send(
            "CapturePayments",
            World.Token,
            new
            {
                amount,
                reauth = World.Chance.Next(3) == 0,
                idempotent_key = key,
            },
            Order(order)
        );

    private Task<Answer?> RefundFull(string order, string? key) =>
        Send(
            "RefundFull",
            World.Token,
            new
            {
                reason = "Broken",
                email_notification = true,
                idempotent_key = key,
            },
            Order(order)
        );

    /// <summary>Charged shipment by shipment, then all of it goes back at once.</summary>
    private async Task<Answer?> InParts(string order)
    {
        for (var i = 0; i < 12; i++)
            if (await Capture(order, 100 + i, key: null) is not { Status: 200 })
                break;
        return await RefundFull(order, key: null);
    }

    private object OneUnit() =>
        new { line_items = new object[] { new { line_item_key = World.Chance.Next(2) == 0 ? "a" : "b", quantity = 1 } } };
}
