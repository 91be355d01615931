using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Journeys.Reserving;

/// <summary>
/// Takes an order's units from stock and puts them back; every move has the order and the try in its id, so repeating
/// is harmless.
/// </summary>
public sealed class TakeStock(IStock stock)
{
    /// <summary>Null when all units were taken; otherwise what is short, and then none is taken.</summary>
    /// <param name="resumed">
    /// The try was cut off before. If it had begun to put units back, its moves no longer count as units taken: the try
    /// has failed, and the next one takes again under its own ids.
    /// </param>
    public async Task<Problem?> Take(Order order, bool resumed, CancellationToken cancellation)
    {
        if (resumed && await WasPutBack(order, cancellation))
        {
            await PutBackTaken(order, cancellation);
            return Problem.Order("inventory", "There was not enough stock. Try again.", "insufficient_stock");
        }

        var taken = new List<(string Sku, int Quantity)>();
        foreach (var (sku, quantity) in Counted(order))
        {
            if (await stock.Move(order.ShopIdentifier, sku, MoveId(order), quantity, cancellation))
            {
                taken.Add((sku, quantity));
                continue;
            }

            foreach (var back in taken)
                await stock.Move(order.ShopIdentifier, back.Sku, $"{MoveId(order)}-back", -back.Quantity, cancellation);
            return Problem.Order("inventory", $"There is not enough stock of {sku}.", "insufficient_stock") with { Severity = "validation" };
        }

        return null;
    }

    /// <summary>Puts back what <see cref="Take"/> took, less what returns already put back.</summary>
    public async Task PutBack(Order order, CancellationToken cancellation)
    {
        foreach (var lines in order.LineItems.Where(l => l.TracksInventory).GroupBy(l => l.Sku, StringComparer.Ordinal))
            if (lines.Sum(l => l.Quantity - l.RestockedQuantity) is > 0 and var quantity)
                await stock.Move(order.ShopIdentifier, lines.Key, $"{MoveId(order)}-back", -quantity, cancellation);
    }

    /// <summary>Puts returned units of a line back, once per operation.</summary>
    public Task Return(Order order, LineItem line, int quantity, string operationId, CancellationToken cancellation) =>
        line.TracksInventory
            ? stock.Move(order.ShopIdentifier, line.Sku, $"{operationId}-{line.Id}", -quantity, cancellation)
            : Task.CompletedTask;

    private async Task<bool> WasPutBack(Order order, CancellationToken cancellation)
    {
        foreach (var (sku, _) in Counted(order))
            if (await stock.HasMoved(order.ShopIdentifier, sku, $"{MoveId(order)}-back", cancellation))
                return true;
        return false;
    }

    /// <summary>Finishes putting back: only what was really taken.</summary>
    private async Task PutBackTaken(Order order, CancellationToken cancellation)
    {
        foreach (var (sku, quantity) in Counted(order))
            if (await stock.HasMoved(order.ShopIdentifier, sku, MoveId(order), cancellation))
                await stock.Move(order.ShopIdentifier, sku, $"{MoveId(order)}-back", -quantity, cancellation);
    }

    private static IEnumerable<(string Sku, int Quantity)> Counted(Order order) =>
        order.LineItems.Where(l => l.TracksInventory).GroupBy(l => l.Sku, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(l => l.Quantity)));

    private static string MoveId(Order order) => $"{order.PublicOrderId}-{order.ProcessAttempts}";
}
