using System.Collections.Immutable;
using Checkout.Changing.Discounts;
using Checkout.Journeys.Reserving;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Submitting;

/// <summary>
/// Enters a code that the shop knows, or the discount override of the order. Only a code with a use limit
/// costs storage transactions: its counts are never cached.
/// </summary>
public sealed class EnterDiscountCode(IDiscountUses uses, DiscountOverride @override, AuthorityCodes authority, IIdSource ids)
{
    public async ValueTask<Result<Order>> Add(Order order, Shop shop, string code, Occasion occasion, CancellationToken cancellation)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        code = code.Trim();
        if (code.Length > 0 && OverrideCalls.Of(order, OverrideKinds.Discount) is { } decides)
        {
            if (Refusal(order, shop, code) is { } refused)
                return refused;
            var found = decides.ByAuthority
                ? await authority.Enter(order, shop, code, ids.Ulid(), cancellation)
                : await FromOverride(decides, order, shop, code, cancellation);
            return found.Map(with => with.Record("discount.added", occasion, detail: code));
        }

        var counts = AddDiscountCode.Find(shop, code) is { } known ? await Counts(order, shop, known, cancellation) : DiscountCounts.None;
        var decided = AddDiscountCode.Decide(order, shop, code, occasion, ids, counts);
        return decided.Then(entered => AsCoupon(order, entered));
    }

    private async Task<Result<Order>> FromOverride(
        OrderOverride decides,
        Order order,
        Shop shop,
        string code,
        CancellationToken cancellation
    )
    {
        var found = await @override.Find(decides, order, shop, code, finalize: false, ids.Ulid(), cancellation);
        return found.Succeeded && await IsUsedUp(found.Value, order, shop, cancellation)
            ? Problem.Order("discounts", "You have already used this discount code.", "discounts")
            : found.Map(discount => order with { Discounts = order.Discounts.Add(discount) });
    }

    /// <summary>What a shopper enters is the order's coupon, whatever the shop calls the code, and an order has one.</summary>
    private static Result<Order> AsCoupon(Order before, Order entered) =>
        before.Discounts.Any(d => d.Source == DiscountSources.Coupon)
            ? Problem.Order("discounts", "Only one discount code can be applied to an order.", "discounts")
            : entered with
            {
                Discounts =
                [
                    .. before.Discounts,
                    .. entered.Discounts.Skip(before.Discounts.Length).Select(d => d with { Source = DiscountSources.Coupon }),
                ],
            };

    /// <summary>Asks the override for the last time, when the order is placed: from then on the code is used.</summary>
    public async ValueTask<ImmutableArray<Problem>> Use(Order order, Shop shop, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var discount in order.Discounts.Where(d => d is { FromOverride: true, Code.Length: > 0 }))
        {
            if (OverrideCalls.Of(order, OverrideKinds.Discount) is not { } decides)
                break;
            var used = decides.ByAuthority
                ? await authority.Confirm(order, shop, discount, cancellation)
                : await @override.Find(decides, order, shop, discount.Code, finalize: true, discount.Id, cancellation);
            problems.AddRange(used.Problems);
        }

        return problems.ToImmutable();
    }

    /// <summary>What holds whoever knows the code.</summary>
    private static Problem? Refusal(Order order, Shop shop, string code) =>
        !shop.Checkout.DiscountsEnabled ? Problem.Order("discounts", "Discount codes are turned off.", "discounts")
        : order.Discounts.Any(d => string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase))
            ? Problem.Order("discounts", "The discount code is already applied.", "discounts")
        : order.Discounts.Any(d => d.Source == DiscountSources.Coupon)
            ? Problem.Order("discounts", "Only one discount code can be applied to an order.", "discounts")
        : null;

    /// <summary>An override's limit for each customer is ours to count: the override is not told who the customer was last time.</summary>
    private async Task<bool> IsUsedUp(OrderDiscount discount, Order order, Shop shop, CancellationToken cancellation) =>
        discount.UseLimitPerCustomer is { } limit
        && await uses.Count(shop.Identifier, discount.Code, FinalizeDiscounts.Shopper(order), cancellation) >= limit;

    private async Task<DiscountCounts> Counts(Order order, Shop shop, DiscountCode code, CancellationToken cancellation)
    {
        var all = code.UseLimit is null ? 0 : await uses.Count(shop.Identifier, code.Code, null, cancellation);
        var own =
            code.UseLimitPerCustomer is null || order.Customer is null
                ? 0
                : await uses.Count(shop.Identifier, code.Code, FinalizeDiscounts.Shopper(order), cancellation);
        return new DiscountCounts(all, own);
    }
}
