using System.Collections.Immutable;

namespace Checkout.Http.Backend.Summary;

/// <summary>How a shop's day goes (docs/contract/backend.md#summary).</summary>
public sealed record SummaryData
{
    /// <summary>Placed since midnight in the shop's time zone, and not canceled.</summary>
    public required long OrdersToday { get; init; }

    /// <summary>What those cost, by currency, minor units.</summary>
    public required ImmutableArray<RevenueState> RevenueToday { get; init; }

    /// <summary>Neither placed nor canceled; at most 1,000 are told apart, as of the counts below.</summary>
    public required long OpenOrders { get; init; }
    public required long OldestWorkSeconds { get; init; }
    public required long WaitingWork { get; init; }
    public required long DeadLetters { get; init; }

    /// <summary>Work that waits because a gateway has not told what became of money.</summary>
    public required long UnknownOutcomes { get; init; }

    /// <summary>Products that are low.</summary>
    public required long LowStock { get; init; }

    /// <summary>True when the shop had more orders today than are counted: orders and revenue are those of the newest.</summary>
    public required bool IsPartial { get; init; }
}
