using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Inventory;

/// <param name="Order">The order with what is to be kept of the answer; the same when nothing is.</param>
/// <param name="IsEnabled">False when the shop does not check.</param>
public sealed record AvailabilityAnswer(Order Order, bool IsEnabled, ImmutableArray<Shortage> Shortages)
{
    public bool Passes => Shortages.IsEmpty;
}

/// <param name="PlatformVariantId">The platform's id of the variant, or its sku.</param>
/// <param name="Available">Units that can be had.</param>
public sealed record Shortage(string Sku, string PlatformVariantId, long Available);

/// <summary>
/// Whether the lines of an order can be had now, by the inventory override where one stands, by counted stock otherwise:
/// one storage transaction for each counted variant, all at once: a variant's stock is outside the order, changes with
/// every sale, and so is never cached.
/// </summary>
public sealed class CheckAvailability(IStock stock, InventoryOverride @override)
{
    /// <param name="final">True just before processing; false is advice while the shopper looks around.</param>
    public async ValueTask<Result<AvailabilityAnswer>> Of(Order order, Shop shop, bool final, CancellationToken cancellation)
    {
        if (await @override.Check(order, final ? InventoryAnswer.Final : InventoryAnswer.Initial, cancellation) is { } answered)
        {
            return answered.Map(answer => new AvailabilityAnswer(
                InventoryOverride.Keep(order, answer),
                true,
                [.. answer.ShortOf(order).Select(line => new Shortage(line.Sku, IdOf(line), Math.Max(0, answer.For(line) ?? 0)))]));
        }

        if (!shop.Checkout.InventoryChecked)
            return new AvailabilityAnswer(order, false, []);
        var shortages = await Task.WhenAll(order.LineItems.Where(l => l.TracksInventory).GroupBy(l => l.Sku, StringComparer.Ordinal)
            .Select(lines => ShortageOf(lines, shop, cancellation)));
        return new AvailabilityAnswer(order, true, [.. shortages.OfType<Shortage>()]);
    }

    private async Task<Shortage?> ShortageOf(IGrouping<string, LineItem> lines, Shop shop, CancellationToken cancellation) =>
        await stock.OnHand(shop.Identifier, lines.Key, cancellation) is { } left && left < lines.Sum(l => (long)l.Quantity)
            ? new Shortage(lines.Key, IdOf(lines.First()), Math.Max(0, left))
            : null;

    private static string IdOf(LineItem line) => line.PlatformId ?? line.Sku;
}
