using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Reserving;

/// <summary>
/// Whether the lines of an order are available now, by the inventory override where there is one, by counted stock otherwise:
/// one storage transaction for each counted variant, all at once: a variant's stock is outside the order, changes with
/// every sale, and so is never cached.
/// </summary>
public sealed class CheckAvailability(IStock stock, InventoryOverride @override)
{
    /// <param name="final">True just before processing; false is advice while the shopper looks around.</param>
    public async ValueTask<Result<AvailabilityAnswer>> Of(Order order, Shop shop, bool final, CancellationToken cancellation)
    {
        if (await @override.Check(order, shop, final ? InventoryAnswer.Final : InventoryAnswer.Initial, cancellation) is { } answered)
        {
            return answered.Map(answer => new AvailabilityAnswer(
                InventoryOverride.Keep(order, answer),
                true,
                [.. answer.ShortOf(order).Select(line => new Shortage(line.Sku, IdOf(line), Math.Max(0, answer.For(line) ?? 0)))]
            ));
        }

        if (!shop.Checkout.InventoryChecked)
            return new AvailabilityAnswer(order, false, []);
        var shortages = await Task.WhenAll(
            order
                .LineItems.Where(l => l.TracksInventory)
                .GroupBy(l => l.Sku, StringComparer.Ordinal)
                .Select(lines => ShortageOf(lines, shop, cancellation))
        );
        return new AvailabilityAnswer(order, true, [.. shortages.OfType<Shortage>()]);
    }

    private async Task<Shortage?> ShortageOf(IGrouping<string, LineItem> lines, Shop shop, CancellationToken cancellation) =>
        await stock.OnHand(shop.Identifier, lines.Key, cancellation) is { } left && left < lines.Sum(l => (long)l.Quantity)
            ? new Shortage(lines.Key, IdOf(lines.First()), Math.Max(0, left))
            : null;

    private static string IdOf(LineItem line) => line.PlatformId ?? line.Sku;
}
