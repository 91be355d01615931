namespace Checkout.Stores;

/// <summary>
/// Counted stock. A move and its counter change in one group write, and the move's row has
/// <c>moveId</c>: a repeated move is refused by that row and so does nothing.
/// </summary>
public interface IStock
{
    /// <summary>Units on hand; null when the variant is not counted.</summary>
    Task<long?> OnHand(string shop, string sku, CancellationToken cancellation);

    /// <summary>
    /// Takes units, a read and a group write; a negative quantity puts back what was taken, one group write. False when
    /// too few are on hand; true when taken now or by an earlier call with the same id.
    /// </summary>
    Task<bool> Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation);

    /// <summary>
    /// Ends a move that may or may not have been made: what it took goes back, once, under its id and «-back», and when it
    /// comes late it takes nothing. One write when it was not made; a write, a read and a group write when it was.
    /// </summary>
    Task Close(string shop, string sku, string moveId, long quantity, CancellationToken cancellation);
}
