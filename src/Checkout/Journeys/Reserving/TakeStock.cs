using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Journeys.Reserving;

/// <summary>
/// Takes an order's units from stock and puts them back; every move has the order and the try in its id, so repeating is
/// harmless. What goes back was written down as owed before, in a commit that ends the try: a host that was paused in the
/// meantime and comes late finds its commit refused, and its moves closed.
/// </summary>
public sealed class TakeStock(IStock stock)
{
    /// <summary>Variants at once: an order of many lines takes a few rounds, and no more connections than a host can spare.</summary>
    public const int AtOnce = 32;

    /// <summary>Null when all units were taken; otherwise what is short: then some may be taken, and the try is to be given up.</summary>
    public async Task<Problem?> Take(Order order, CancellationToken cancellation)
    {
        foreach (var some in Counted(order, line => line.Quantity).Chunk(AtOnce))
        {
            var taken = await Task.WhenAll(
                some.Select(units =>
                    stock.Move(order.ShopIdentifier, units.Sku, MoveId(order, order.ProcessAttempts), units.Quantity, cancellation)
                )
            );
            if (Array.IndexOf(taken, false) is >= 0 and var missing)
                return Problem.Order("inventory", $"There is not enough stock of {some[missing].Sku}.", "insufficient_stock") with
                {
                    Severity = "validation",
                };
        }

        return null;
    }

    /// <summary>The order without the units of its last try; they are owed, less what returns have put back.</summary>
    /// <param name="areAllTaken">False when the try was given up while it took them.</param>
    public static Order Owe(Order order, bool areAllTaken) =>
        order with
        {
            StockTaken = false,
            OwedStock = new OwedStock(
                order.ProcessAttempts,
                areAllTaken,
                [.. Counted(order, line => line.Quantity - line.RestockedQuantity)]
            ),
        };

    /// <summary>Puts back what the order owes. Only once that is committed; the order as it is when it owes nothing any more.</summary>
    public async Task<Order> GiveBack(Order order, CancellationToken cancellation)
    {
        if (order.OwedStock is not { } owed)
            return order;
        foreach (var some in owed.Units.Chunk(AtOnce))
            await Task.WhenAll(some.Select(units => GiveBack(order, owed, units, cancellation)));
        return order with { OwedStock = null };
    }

    /// <summary>Puts returned units of a line back, once per operation.</summary>
    public Task Return(Order order, LineItem line, int quantity, string operationId, CancellationToken cancellation) =>
        line.TracksInventory
            ? stock.Move(order.ShopIdentifier, line.Sku, $"{operationId}-{line.Id}", -quantity, cancellation)
            : Task.CompletedTask;

    private Task GiveBack(Order order, OwedStock owed, OwedUnits units, CancellationToken cancellation) =>
        owed.AreAllTaken
            ? stock.Move(order.ShopIdentifier, units.Sku, $"{MoveId(order, owed.Attempt)}-back", -units.Quantity, cancellation)
            : stock.Close(order.ShopIdentifier, units.Sku, MoveId(order, owed.Attempt), units.Quantity, cancellation);

    private static IEnumerable<OwedUnits> Counted(Order order, Func<LineItem, int> quantity) =>
        order
            .LineItems.Where(line => line.TracksInventory)
            .GroupBy(line => line.Sku, StringComparer.Ordinal)
            .Select(lines => new OwedUnits(lines.Key, lines.Sum(line => (long)quantity(line))))
            .Where(units => units.Quantity > 0);

    private static string MoveId(Order order, int attempt) => $"{order.PublicOrderId}-{attempt}";
}
