using Checkout.Gateways.GiftCards;
using Checkout.Payments;
using Checkout.Stores;

namespace Checkout.Simulation.Gateways;

/// <summary>The drivers of a process: the bank's, and the real one of gift cards over the simulated table.</summary>
internal sealed class SimulatedGateways(World world, Outside outside, IGiftCards cards, TimeProvider time, BrokenPorts broken)
    : IPaymentGateways
{
    private readonly IPaymentGateway bank = broken.Of(
        (IPaymentGateway)new SimulatedGateway(world.Bank, outside, world.Faults, world.Sabotage)
    );
    private readonly GiftCardGateway giftCards = new(cards, time);

    public IPaymentGateway? Driver(string name) =>
        name switch
        {
            "test" => bank,
            GiftCardGateway.DriverName => giftCards,
            _ => null,
        };
}
