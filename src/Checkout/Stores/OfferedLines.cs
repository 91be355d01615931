using System.Collections.Immutable;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>Puts on an order what can be chosen for each of its destinations.</summary>
public static class OfferedLines
{
    /// <summary>The order as it is without an address. Refused: an override that does not answer (upstream).</summary>
    public static async Task<Result<Order>> Offer(this IShippingLines lines, Order order, Shop shop, CancellationToken cancellation)
    {
        if (order.ShippingAddress is not { } address)
            return order;
        if (!OrderDestinations.IsDivided(order))
        {
            var found = await lines.For(order, shop, address, cancellation);
            return found.Map(offered => SelectShippingLine.Offer(DestinationRates.Undivided(order), offered));
        }

        var answers = await Task.WhenAll(
            OrderDestinations
                .Of(order)
                .Where(d => d.IsShippedTo)
                .Select(async d => (d.Id, Lines: await lines.For(OrderDestinations.Part(order, d), shop, d.Address, cancellation)))
        );
        if (answers.FirstOrDefault(answer => !answer.Lines.Succeeded) is { Id: not null } refused)
            return refused.Lines.Cast<Order>();
        var each = answers.ToImmutableDictionary(answer => answer.Id, answer => answer.Lines.Value, StringComparer.Ordinal);
        return DestinationRates.Offer(order, d => each[d.Id]);
    }
}
