using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Discounts;

/// <summary>Who knows the codes that shoppers enter: the shop's own list, or an override. Upstream when an override fails.</summary>
public interface IDiscountCodes
{
    /// <summary>The order with the code on it, or why not.</summary>
    ValueTask<Result<Order>> Add(Order order, Shop shop, string code, Occasion occasion, CancellationToken cancellation);
}

/// <summary>The shop's own codes. Only a code with a use limit costs storage transactions: its counts are never cached.</summary>
public sealed class ShopDiscountCodes(IDiscountUses uses, IIdSource ids) : IDiscountCodes
{
    public async ValueTask<Result<Order>> Add(Order order, Shop shop, string code, Occasion occasion, CancellationToken cancellation)
    {
        var counts = order.ClosedBecause is null && AddDiscountCode.Find(shop, code) is { } known
            ? await Counts(order, shop, known, cancellation)
            : DiscountCounts.None;
        return AddDiscountCode.Decide(order, shop, code, occasion, ids, counts);
    }

    private async Task<DiscountCounts> Counts(Order order, Shop shop, DiscountCode code, CancellationToken cancellation)
    {
        var all = code.UseLimit is null ? 0 : await uses.Count(shop.Identifier, code.Code, null, cancellation);
        var own = code.UseLimitPerCustomer is null || order.Customer is null
            ? 0
            : await uses.Count(shop.Identifier, code.Code, FinalizeDiscounts.EmailHash(order), cancellation);
        return new DiscountCounts(all, own);
    }
}
