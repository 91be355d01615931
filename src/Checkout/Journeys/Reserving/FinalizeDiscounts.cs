using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Reserving;

/// <summary>Counts the use of limited codes when an order is processed, once per order: the shop's own and those of an override.</summary>
public sealed class FinalizeDiscounts(IDiscountUses uses)
{
    /// <summary>Null when every code could be used; otherwise which one could not, and then none is used up.</summary>
    public async Task<Problem?> Use(Order order, Shop shop, CancellationToken cancellation)
    {
        var used = new List<string>();
        foreach (var (code, limit, limitPerCustomer) in Limited(order, shop))
        {
            if (await uses.Use(shop.Identifier, code, order.PublicOrderId, Shopper(order), limit, limitPerCustomer, cancellation))
            {
                used.Add(code);
                continue;
            }

            foreach (var earlier in used)
                await uses.Release(shop.Identifier, earlier, order.PublicOrderId, Shopper(order), cancellation);
            return Problem.Order("discounts", $"The discount code {code} can no longer be used.", "discounts");
        }

        return null;
    }

    /// <summary>Gives the order's uses back.</summary>
    public async Task Release(Order order, Shop shop, CancellationToken cancellation)
    {
        foreach (var (code, _, _) in Limited(order, shop))
            await uses.Release(shop.Identifier, code, order.PublicOrderId, Shopper(order), cancellation);
    }

    private static IEnumerable<(string Code, int? Limit, int? LimitPerCustomer)> Limited(Order order, Shop shop) =>
        from discount in order.Discounts.DistinctBy(d => d.Code, StringComparer.OrdinalIgnoreCase)
        let code = discount.FromOverride
            ? null
            : shop.DiscountCodes.FirstOrDefault(c => string.Equals(c.Code, discount.Code, StringComparison.OrdinalIgnoreCase))
        let limited = (
            code?.Code ?? discount.Code,
            code?.UseLimit - code?.UsedBefore,
            code?.UseLimitPerCustomer ?? discount.UseLimitPerCustomer
        )
        where limited.Item2 is not null || limited.Item3 is not null
        select limited;

    /// <summary>Who uses the code; shoppers without an address are counted as one.</summary>
    internal static string Shopper(Order order) => EmailHash.Of(order.Customer?.EmailAddress ?? "");
}
