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

    /// <summary>True when a move of that id was made.</summary>
    Task<bool> HasMoved(string shop, string sku, string moveId, CancellationToken cancellation);
}
