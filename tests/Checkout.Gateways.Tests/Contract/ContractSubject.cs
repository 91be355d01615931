using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Gateways.Tests.Contract;

/// <summary>A gateway under the contract: its tokens for each case, and what a test does on the other side of it.</summary>
internal sealed record ContractSubject(IPaymentGateway Gateway, GatewaySettings Settings)
{
    public required string Good { get; init; }
    public required string Declined { get; init; }
    public required string Insufficient { get; init; }
    public required string NeedsShopper { get; init; }
    public required string LosesAnswer { get; init; }
    public required string Expires { get; init; }
    public required Func<Task> LoseNextAnswer { get; init; }
    public required Func<string, Task> PassChallenge { get; init; }
    public required Func<string, Task> Expire { get; init; }

    /// <summary>What the other side's books say.</summary>
    public required Func<Task<MoneyMoved>> Moved { get; init; }
}

/// <param name="Held">Authorized, and neither captured nor released; minor units like the rest.</param>
internal sealed record MoneyMoved(long Held, long Captured, long Refunded);
