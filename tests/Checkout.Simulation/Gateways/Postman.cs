using Checkout.Payments;

namespace Checkout.Simulation.Gateways;

/// <summary>Brings the bank's notices: late, some twice, in no order, and again until each is taken.</summary>
internal sealed class Postman
{
    private readonly World world;
    private readonly List<Task> underway = [];

    public Postman(World world)
    {
        this.world = world;
        world.Bank.Told += Take;
    }

    /// <summary>Everything that was told until now, and while this waits, has been taken.</summary>
    public async Task Finish()
    {
        for (var taken = 0; taken < underway.Count; taken++)
            await underway[taken];
    }

    private void Take(GatewayNotice notice)
    {
        for (var copies = world.Chance.Next(4) == 0 ? 2 : 1; copies > 0; copies--)
            underway.Add(Bring(notice, TimeSpan.FromSeconds(world.Chance.Next(world.Chance.Next(3) == 0 ? 900 : 20))));
    }

    private async Task Bring(GatewayNotice notice, TimeSpan delay)
    {
        await Task.Delay(delay, world.Time);
        for (var again = TimeSpan.FromMinutes(1); !await IsTaken(notice); again *= 2)
            await Task.Delay(again, world.Time);
    }

    private async Task<bool> IsTaken(GatewayNotice notice) =>
        await world.AnyHost().Send("ReceiveGatewayNotice", "", new { id = notice.EventId }, ("gateway_public_id", World.Gateway))
            is { Status: 200 or 400 or 404 };
}
