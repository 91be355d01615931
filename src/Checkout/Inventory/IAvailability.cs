using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Inventory;

/// <summary>Whether the lines of an order can be had now: counted stock, or an override. Upstream when an override fails.</summary>
public interface IAvailability
{
    /// <param name="final">True just before processing; false is advice while the shopper looks around.</param>
    ValueTask<Result<AvailabilityAnswer>> Check(Order order, Shop shop, bool final, CancellationToken cancellation);
}

/// <param name="IsEnabled">False when the shop does not check.</param>
public sealed record AvailabilityAnswer(bool IsEnabled, ImmutableArray<Shortage> Shortages)
{
    public bool Passes => Shortages.IsEmpty;
}

/// <param name="PlatformVariantId">The platform's id of the variant, or its sku.</param>
/// <param name="Available">Units that can be had.</param>
public sealed record Shortage(string Sku, string PlatformVariantId, long Available);

/// <summary>Counted stock, one storage transaction for each counted variant: stock is never cached.</summary>
public sealed class StockAvailability(IStock stock) : IAvailability
{
    public async ValueTask<Result<AvailabilityAnswer>> Check(Order order, Shop shop, bool final, CancellationToken cancellation)
    {
        if (!shop.Checkout.InventoryChecked)
            return new AvailabilityAnswer(false, []);
        var shortages = ImmutableArray.CreateBuilder<Shortage>();
        foreach (var lines in order.LineItems.Where(l => l.TracksInventory).GroupBy(l => l.Sku, StringComparer.Ordinal))
            if (await stock.OnHand(shop.Identifier, lines.Key, cancellation) is { } left && left < lines.Sum(l => l.Quantity))
                shortages.Add(new Shortage(lines.Key, lines.First().PlatformId ?? lines.Key, Math.Max(0, left)));
        return new AvailabilityAnswer(true, shortages.ToImmutable());
    }
}
