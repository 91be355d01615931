namespace Checkout.Stores;

/// <summary>
/// Codes that nobody can guess and that are kept nowhere: they are calculated from what a card is issued for and a key of the
/// deployment, so that a letter can be written later and a call that is repeated answers the same.
/// </summary>
public interface IGiftCardCodes
{
    /// <param name="seed">What the card is issued for: another fact, another code.</param>
    Task<string> Make(string shop, string seed, CancellationToken cancellation);

    /// <summary>The code again, of the card that it was made for; null when the key that made it is gone.</summary>
    Task<string?> Again(string shop, string seed, string cardId, CancellationToken cancellation);
}
