using Checkout.Addresses;
using Checkout.Http.Backend.Letters;
using Checkout.Http.Frame;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Administration.GiftCards;

/// <summary>
/// Sends a card's code to somebody by letter (docs/contract/gift-cards.md#send). Three storage transactions: the card, and the letter
/// in the shop's outbox with its wake-up. Each call is a letter.
/// </summary>
public sealed class SendGiftCardEndpoint(IGiftCardLedger cards, ShopOutbox outbox, ILetters letters, IIdSource ids, TimeProvider time)
    : ISlice
{
    private const int LongestMessage = 1000;

    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<SendGiftCardRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var request = read.Value;
        var fields = new Fields()
            .Check(
                EmailAddresses.IsWellFormed(request.EmailAddress),
                "email_address",
                "email_address must be an e-mail address.",
                "malformed"
            )
            .Text("recipient_name", request.RecipientName)
            .Text("message", request.Message, LongestMessage);
        if (!fields.AreFine)
            return fields.Problems;
        if (LetterAnswers.Refuses(request.Language) is { } language)
            return language;
        if (!letters.CanSend)
            return LetterAnswers.NoMailServer();
        var shop = call.Shop;
        if (await cards.FindById(shop.Identifier, call.Route(AdministrationRoutes.Id), call.Cancellation) is not { } card)
            return Problem.NotFound("There is no such gift card.");
        if (card.CodeSeed is not { } seed)
            return Problem.Invalid("code", "The code of this card was given, and is not known here.", "not_allowed");
        if (card.StatusAt(time.GetUtcNow()) is not GiftCardStatus.Active)
            return Problem.Invalid("status", "The card pays nothing any more.", "not_allowed");
        await outbox.Ask(shop, Letter(card, seed, request), $"gift_card-{ids.Ulid()}", call.Cancellation);
        return Reply.Of(GiftCardState.Of(card, time.GetUtcNow()));
    }

    private static Letter Letter(GiftCard card, string seed, SendGiftCardRequest request) =>
        new(LetterKind.GiftCard)
        {
            To = request.EmailAddress,
            Language = request.Language,
            GiftCard = new LetterGiftCard(card.Id, seed, card.Balance, card.Currency)
            {
                ExpiresAt = card.ExpiresAt,
                RecipientName = request.RecipientName ?? "",
                Message = request.Message ?? "",
            },
        };
}

/// <param name="EmailAddress">Whom the code is for.</param>
/// <param name="Message">What the giver wrote, 1,000 characters.</param>
/// <param name="Language">en, fr, …; absent takes the shop's.</param>
public sealed record SendGiftCardRequest(string? EmailAddress, string? RecipientName, string? Message, string? Language);
