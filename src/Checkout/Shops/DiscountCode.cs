using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Shops;

/// <summary>
/// A code that shoppers can enter, with the conditions under which it holds
/// (docs/contract/storefront.md#discount-codes).
/// </summary>
public sealed record DiscountCode
{
    public required string Code { get; init; }
    public string Text { get; init; } = "";
    public DiscountTarget Target { get; init; }
    public AmountKind Kind { get; init; }

    /// <summary>Minor units when fixed, per cent when a percentage.</summary>
    public decimal Value { get; init; }
    public ImmutableArray<string> Skus { get; init; } = [];
    public string Source { get; init; } = DiscountSources.Coupon;
    public DateTimeOffset? StartsAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Orders that may use it in all; null is without limit.</summary>
    public int? UseLimit { get; init; }

    /// <summary>Uses counted before this system took over.</summary>
    public int UsedBefore { get; init; }
    public int? UseLimitPerCustomer { get; init; }

    /// <summary>Minor units of the subtotal.</summary>
    public long? MinimumSubtotal { get; init; }

    /// <summary>E-mail addresses it is meant for; empty means everybody.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];
    public ImmutableArray<string> Countries { get; init; } = [];
}
