using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Simulation;

/// <summary>Prints how a seed's world ended, for whoever looks into what it broke: «tell SEED».</summary>
internal static class Autopsy
{
    public static void Tell(int seed, Sabotage sabotage, TextWriter output)
    {
        var world = new World(seed, sabotage);
        try
        {
            world.Run(Story.Tell);
            Invariants.Check(world);
        }
#pragma warning disable CA1031 // Whatever a story ends with is what there is to look into.
        catch (Exception stopped)
#pragma warning restore CA1031
        {
            world.Violations.Add(stopped.ToString());
        }

        foreach (var order in world.Tables.AllOrders)
            Tell(world, order, output);
        foreach (var hold in world.Bank.Holds)
            output.WriteLine(
                $"{hold.Reference} {Short(hold.PaymentId)} {hold.State} of {hold.Amount}: left {hold.Left}, voided {hold.Voided}, "
                    + string.Join(
                        ", ",
                        hold.Charges.Select(c =>
                            $"{c.Reference} {c.Amount}{(c.Elsewhere ? " elsewhere" : "")} less "
                            + string.Join('+', c.Refunds.Select(r => $"{r.Reference} {r.Amount}{(r.Failed ? " failed" : "")}"))
                        )
                    )
            );
        foreach (var (move, amount) in world.Tables.GiftCardMoves)
            output.WriteLine($"gift card {amount} under {Tail(move)}");
        foreach (var wakeUp in world.Tables.WakeUps.Values)
            output.WriteLine($"wake-up {wakeUp.Kind} {Short(wakeUp.PublicOrderId)} due {wakeUp.Due:O} attempt {wakeUp.Attempt}");
        foreach (var violation in world.Violations)
            output.WriteLine(violation);
    }

    private static void Tell(World world, Order order, TextWriter output)
    {
        output.WriteLine(
            $"order {Short(order.PublicOrderId)} {order.Status} total {OrderPrice.Of(order).Total} v{order.Version} "
                + $"platform {order.PlatformOrderId} capture {order.Capture?.Mode}"
        );
        if (order.Journal is { } journal)
            output.WriteLine($"  journal {string.Join(", ", journal.Commands.Select(c => $"{c.Key} {c.Command} {c.Status}"))}");
        foreach (var payment in order.Payments)
        {
            output.WriteLine($"  payment {Short(payment.Id)} at {payment.GatewayPublicId[..4]} {payment.Status} of {payment.Amount}");
            foreach (var t in payment.Transactions)
                output.WriteLine(
                    $"    {t.Kind} {t.Amount} {t.Status}{(t.Expired ? " expired" : "")} {t.FailureCode} {t.GatewayReference} "
                        + $"by {Tail(t.OperationId)} key {Tail(t.IdempotencyKey)} at {t.CreatedAt:dd HH:mm:ss}"
                );
        }

        foreach (var e in world.Tables.Orders[order.PublicOrderId].Timeline)
            output.WriteLine($"  {e.At:dd HH:mm:ss} v{e.Version} {e.Event} {e.Amount} {e.Actor} {e.Detail}");
    }

    private static string Short(string id) => id.Length <= 8 ? id : id[..8];

    private static string Tail(string id) => id.Length <= 24 ? id : id[^24..];
}
