using Checkout.Letters;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// The outbox of a shop, for letters that are about no order, such as a gift card that a person issued. It is kept and sent as an
/// order's is, under a name of the shop's.
/// </summary>
public sealed class ShopOutbox(IOutbox outbox, IWakeUps wakeUps, PromptWakeUps prompt, TimeProvider time)
{
    private const string Prefix = "shop-";

    /// <summary>The name of a shop's outbox, where an order's has the order's id.</summary>
    public static string Of(string shopIdentifier) => Prefix + shopIdentifier;

    /// <summary>The shop of that outbox; null when it is an order's.</summary>
    public static string? ShopOf(string owner) =>
        owner.StartsWith(Prefix, StringComparison.Ordinal) && owner.Length <= Prefix.Length + 32 ? owner[Prefix.Length..] : null;

    /// <summary>
    /// Puts a letter into the shop's outbox, two storage transactions; it leaves beside the request. Whoever repeats the call asks
    /// under the same id: while the letter waits it is not doubled, and one that was sent already has the same Message-ID. For a
    /// deployment that sends letters (<see cref="ILetters.CanSend"/>).
    /// </summary>
    /// <param name="id">Of the fact, such as a gift card's id and the number of the letter about it.</param>
    public async Task Ask(Shop shop, Letter letter, string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var message = new OutboxMessage(
            $"{id}-{shop.Identifier}",
            AskForLetter.Kind,
            LetterKinds.Word(letter.Kind),
            "receiver",
            LetterDocument.Write(letter)
        )
        {
            CreatedAt = now,
        };
        var wakeUp = new WakeUp(Of(shop.Identifier), WakeUpKinds.Outbox, now + NoticingOrderStore.Head) { Shop = shop.Identifier };
        await wakeUps.Set(wakeUp, cancellation);
        await outbox.Put(wakeUp.PublicOrderId, message, cancellation);
        prompt.Take(wakeUp);
    }
}
