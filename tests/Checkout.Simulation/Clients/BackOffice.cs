namespace Checkout.Simulation.Clients;

/// <summary>The merchant's back office: captures, refunds, cancels, fulfills and completes whatever orders there are, in any order.</summary>
internal sealed class BackOffice(World world, int number) : Client(world)
{
    public override async Task Run()
    {
        var orders = World.Chance.Next(4) + 2;
        for (var i = 0; i < orders * 4; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(World.Chance.Next(40)), World.Time);
            if (World.Tables.Orders.Count > 0)
                await Act(World.Tables.Orders.Keys.ElementAt(World.Chance.Next(World.Tables.Orders.Count)), i);
        }
    }

    private Task<Answer?> Act(string order, int i)
    {
        var key = World.Chance.Next(2) == 0 ? $"call-{number}-{i}" : null;
        return World.Chance.Next(10) switch
        {
            0 => Send("AuthorizeFull", World.Token, null, Order(order)),
            1 => Send("CaptureFull", World.Token, new { reauth = World.Chance.Next(2) == 0, idempotent_key = key }, Order(order)),
            2 => Send(
                "CapturePayments",
                World.Token,
                new
                {
                    amount = 1 + World.Chance.Next(3000),
                    reauth = false,
                    idempotent_key = key,
                },
                Order(order)
            ),
            3 => Send(
                "RefundFull",
                World.Token,
                new
                {
                    reason = "Broken",
                    email_notification = true,
                    idempotent_key = key,
                },
                Order(order)
            ),
            4 => Send("RefundPayments", World.Token, new { amount = 1 + World.Chance.Next(2000), idempotent_key = key }, Order(order)),
            5 => Send("CancelOrder", World.Token, new { reason = "Changed their mind" }, Order(order)),
            6 => Send(
                "FulfillLineItem",
                World.Token,
                new { fulfilled_quantity = World.Chance.Next(2) },
                Order(order),
                ("line_item_key", "b")
            ),
            7 => Send("GetTimeline", World.Token, null, Order(order)),

            // Elsewhere the connector brings the platform its orders, and this is not called.
            8 when World.Shop.PlatformConnector.Url is null => Send(
                "CompleteOrder",
                World.Token,
                new { platform_order_id = $"theirs-{order}" },
                Order(order)
            ),
            _ => Send("GetOrder", World.Token, null, Order(order)),
        };
    }
}
