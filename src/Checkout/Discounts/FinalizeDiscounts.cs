using System.Security.Cryptography;
using System.Text;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Discounts;

/// <summary>Counts the use of limited codes when an order is processed, once per order.</summary>
public sealed class FinalizeDiscounts(IDiscountUses uses)
{
    /// <summary>Null when every code could be used; otherwise which one could not, and then none is used up.</summary>
    public async Task<Problem?> Use(Order order, Shop shop, CancellationToken cancellation)
    {
        var used = new List<DiscountCode>();
        foreach (var code in Limited(order, shop))
        {
            if (await uses.Use(shop.Identifier, code.Code, order.PublicOrderId, EmailHash(order), code.UseLimit - code.UsedBefore, code.UseLimitPerCustomer, cancellation))
            {
                used.Add(code);
                continue;
            }

            foreach (var earlier in used)
                await uses.Release(shop.Identifier, earlier.Code, order.PublicOrderId, EmailHash(order), cancellation);
            return Problem.Order("discounts", $"The discount code {code.Code} can no longer be used.", "discounts");
        }

        return null;
    }

    /// <summary>Gives the order's uses back.</summary>
    public async Task Release(Order order, Shop shop, CancellationToken cancellation)
    {
        foreach (var code in Limited(order, shop))
            await uses.Release(shop.Identifier, code.Code, order.PublicOrderId, EmailHash(order), cancellation);
    }

    private static IEnumerable<DiscountCode> Limited(Order order, Shop shop) =>
        from discount in order.Discounts.DistinctBy(d => d.Code, StringComparer.OrdinalIgnoreCase)
        from code in shop.DiscountCodes
        where string.Equals(code.Code, discount.Code, StringComparison.OrdinalIgnoreCase)
            && (code.UseLimit is not null || code.UseLimitPerCustomer is not null)
        select code;

    internal static string EmailHash(Order order) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((order.Customer?.EmailAddress ?? "").Trim().ToLowerInvariant())));
}
