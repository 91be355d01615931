using System.Text.RegularExpressions;
using Checkout.Http.Backend.Letters;
using Checkout.Http.Frame;
using Checkout.Letters;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Administration.GiftCards;

/// <summary>
/// Issues a gift card (docs/contract/gift-cards.md#issue): two group writes. The code is in the answer and nowhere else; the same
/// call under the same key answers the same card with the same code.
/// </summary>
public sealed partial class IssueGiftCardEndpoint(
    IGiftCardLedger cards,
    IGiftCardCodes codes,
    ShopOutbox outbox,
    ILetters letters,
    IIdSource ids,
    TimeProvider time
) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.ReadHashed<IssueGiftCardRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var request = read.Value.Body;
        var fields = Check(request);
        if (!fields.AreFine)
            return fields.Problems;

        var isSent = request.EmailAddress is { Length: > 0 };
        if (isSent && !letters.CanSend)
            return LetterAnswers.NoMailServer();
        var shop = call.Route(RouteNames.Shop);
        var claim = request.IdempotentKey is { Length: > 0 } key ? $"key-{key}" : $"hand-{ids.PublicId()}";
        var code = request.Code ?? await codes.Make(shop, claim, call.Cancellation);
        var card = new GiftCard(
            code,
            request.Currency!.ToUpperInvariant(),
            request.Amount!.Value,
            request.ExpiresAt?.ToUniversalTime(),
            PurchasedAt: null
        )
        {
            CodeSeed = request.Code is null ? claim : null,
        };
        var issued = await cards.Issue(shop, card, claim, read.Value.Hash, request.EmailAddress, call.Cancellation);
        if (!issued.Succeeded)
            return issued.Problems;
        if (await cards.FindById(shop, issued.Value, call.Cancellation) is not { } there)
            throw new InvalidOperationException($"Gift card {issued.Value} was issued and is not there.");

        // Under the card's own id: a repeated call asks for the same letter.
        if (isSent && there.CodeSeed is { } seed)
            await outbox.Ask(call.Shop, LetterOf(request, there, seed), $"gift_card-{there.Id[..16]}", call.Cancellation);

        var shown = issued.Value == card.Id ? code : await codes.Again(shop, claim, issued.Value, call.Cancellation);
        return Reply.Of(IssuedGiftCard.Of(there, shown, time.GetUtcNow()));
    }

    private static Letter LetterOf(IssueGiftCardRequest request, GiftCard card, string seed) =>
        new(LetterKind.GiftCard)
        {
            To = request.EmailAddress,
            GiftCard = new LetterGiftCard(card.Id, seed, request.Amount!.Value, card.Currency)
            {
                ExpiresAt = card.ExpiresAt,
                RecipientName = request.RecipientName ?? "",
                Message = request.Message ?? "",
            },
        };

    private Fields Check(IssueGiftCardRequest request) =>
        new Fields()
            .Required("amount", (object?)request.Amount)
            .Range("amount", request.Amount, 1, GiftCardChange.HighestBalance)
            .Required("currency", request.Currency)
            .Check(
                string.IsNullOrEmpty(request.Currency) || Currency.Find(request.Currency.ToUpperInvariant()) is not null,
                "currency",
                "currency must be a code of ISO 4217.",
                "not_allowed"
            )
            .Check(
                request.Code is null || Code().IsMatch(request.Code),
                "code",
                "code must be 9 to 64 letters, digits and dashes.",
                "malformed"
            )
            .Check(
                request.ExpiresAt is null || request.ExpiresAt > time.GetUtcNow(),
                "expires_at",
                "expires_at must be in the future.",
                "out_of_range"
            )
            .Email("email_address", request.EmailAddress)
            .Check(
                request.Code is null || string.IsNullOrEmpty(request.EmailAddress),
                "email_address",
                "A code of your own is yours to send: leave out code or email_address.",
                "not_allowed"
            )
            .Text("recipient_name", request.RecipientName)
            .Text("message", request.Message, 1000)
            .Text("idempotent_key", request.IdempotentKey);

    [GeneratedRegex(@"^[A-Za-z0-9-]{9,64}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}

/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217: the card pays orders in it.</param>
/// <param name="Code">9 to 64 letters, digits and dashes; left out, one that nobody can guess.</param>
/// <param name="ExpiresAt">From then on it pays nothing; left out, never.</param>
/// <param name="EmailAddress">Whom the card is sent to; left out, nobody. Not with a code of your own.</param>
/// <param name="RecipientName">As the letter calls them.</param>
/// <param name="Message">What the letter says from the giver.</param>
/// <param name="IdempotentKey">The same again is the same card.</param>
public sealed record IssueGiftCardRequest(
    long? Amount,
    string? Currency,
    string? Code,
    DateTimeOffset? ExpiresAt,
    string? EmailAddress,
    string? RecipientName,
    string? Message,
    string? IdempotentKey
);
