using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Simulation.Gateways;

/// <summary>What the bank did, or refused, under a key.</summary>
internal sealed record Movement(string Key, TransactionKind Kind, string Order, long Amount, DateTimeOffset At)
{
    public required GatewayOutcome Outcome { get; set; }

    /// <summary>The refund that it made.</summary>
    public Refund? Refund { get; init; }
}
