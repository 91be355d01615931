using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>
/// Gift card balances. A move and the balance change in one group write, and the move's row has
/// <c>moveId</c>, so a repeated move does nothing. A card goes by its code or by what an order keeps of it
/// (<see cref="GiftCardCode.ReferenceOf"/>); what a client offers is a code, whatever it looks like.
/// </summary>
public interface IGiftCards
{
    Task<GiftCard?> Find(string shop, string code, CancellationToken cancellation);

    /// <summary>Takes money from the card (a negative amount puts it back). False when the balance does not cover it.</summary>
    Task<bool> Move(string shop, string code, string moveId, long amount, CancellationToken cancellation);

    /// <summary>What a move took; null when it never happened.</summary>
    Task<long?> Moved(string shop, string code, string moveId, CancellationToken cancellation);

    Task Issue(string shop, GiftCard card, CancellationToken cancellation);
}
