using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>Gift cards for those who issue and look after them. A card goes by its id (<see cref="GiftCard.Id"/>).</summary>
public interface IGiftCardLedger
{
    /// <summary>
    /// Issues a card under a claim that makes it happen once: two group writes. Answers the id of the card that has the claim,
    /// which is another where the codes of two calls differ. Refused: the claim was made with another request; the code is
    /// another card's.
    /// </summary>
    /// <param name="claim">Of the fact that the card is issued for.</param>
    /// <param name="request">Tells a repeated call from another one.</param>
    Task<Result<string>> Issue(
        string shop,
        GiftCard card,
        string claim,
        string request,
        string? emailAddress,
        CancellationToken cancellation
    );

    /// <summary>One storage transaction.</summary>
    Task<GiftCard?> FindById(string shop, string id, CancellationToken cancellation);

    /// <summary>
    /// Newest first, one storage transaction. A balance may lack the last move when two instances moved the card at once; the card
    /// itself lacks none.
    /// </summary>
    Task<PageOf<GiftCard>> List(string shop, PageRequest page, CancellationToken cancellation);

    /// <summary>As <see cref="List"/>, those whose code ends so.</summary>
    Task<PageOf<GiftCard>> ListByLastFour(string shop, string lastFour, PageRequest page, CancellationToken cancellation);

    /// <summary>As <see cref="List"/>, those that were issued for that address.</summary>
    Task<PageOf<GiftCard>> ListByEmail(string shop, string emailAddress, PageRequest page, CancellationToken cancellation);

    /// <summary>
    /// One read, one group write, and one write for the lists. Refused: <see cref="GiftCardChange.AmountToAdd"/>; the id was used
    /// for another change; no such card.
    /// </summary>
    Task<Result<GiftCard>> Change(string shop, string id, GiftCardChange change, CancellationToken cancellation);

    /// <summary>Newest first, one storage transaction.</summary>
    Task<PageOf<GiftCardMove>> Moves(string shop, string id, PageRequest page, CancellationToken cancellation);

    /// <summary>Forgets for whom cards were issued: the cards stay.</summary>
    /// <param name="emailHash">SHA-256 of the address in lower case, hex.</param>
    Task ForgetEmail(string shop, string emailHash, CancellationToken cancellation);
}
