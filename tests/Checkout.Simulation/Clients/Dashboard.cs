using Checkout.Simulation.Gateways;

namespace Checkout.Simulation.Clients;

/// <summary>
/// Money that moves without this program: the merchant captures, refunds and voids in the gateway's dashboard, holds expire,
/// refunds fail days later, and shoppers confirm in their bank's window or do not.
/// </summary>
internal sealed class Dashboard(World world) : Client(world)
{
    public override async Task Run()
    {
        for (var i = 0; i < 2 + World.Chance.Next(6); i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(World.Chance.Next(90)), World.Time);
            Act(World.Bank.Holds.Select(h => World.Bank.Current(h.Reference)).ToList());
        }
    }

    private void Act(List<Hold> holds)
    {
        foreach (var waiting in holds.Where(h => h.AwaitsShopper && World.Chance.Next(2) == 0))
            World.Bank.Answer(waiting, confirms: World.Chance.Next(4) > 0);
        var open = holds.Where(h => h.Left > 0).ToList();
        var charged = holds.SelectMany(h => h.Charges).Where(c => c.Refunded < c.Amount).ToList();
        var refunded = charged.SelectMany(c => c.Refunds.Where(r => !r.Failed).Select(r => (Charge: c, Refund: r))).ToList();
        switch (World.Chance.Next(8))
        {
            case 0 when open.Count > 0:
                var taken = Any(open);
                World.Bank.CaptureElsewhere(taken, World.Chance.Next(2) == 0 ? taken.Left : 1 + World.Chance.Next((int)taken.Left));
                break;
            case 1 when open.Count > 0:
                World.Bank.VoidElsewhere(Any(open));
                break;
            case 2 when charged.Count > 0:
                var charge = Any(charged);
                World.Bank.RefundElsewhere(charge, 1 + World.Chance.Next((int)(charge.Amount - charge.Refunded)));
                break;
            case 3 when refunded.Count > 0:
                var (of, refund) = Any(refunded);
                World.Bank.Fail(of, refund);
                break;
            case 4 or 5 when open.Count > 0:
                World.Bank.Expire(Any(open));
                break;
            default:
                break;
        }
    }

    private T Any<T>(List<T> list) => list[World.Chance.Next(list.Count)];
}
