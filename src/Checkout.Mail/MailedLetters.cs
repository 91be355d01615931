using System.Collections.Immutable;
using Checkout.Letters;
using Checkout.Mail.Letters;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Mail;

/// <summary>Letters by e-mail.</summary>
internal sealed class MailedLetters(LetterWriter writer, IMailServer server, MailOptions options, IOrderLinks links, IGiftCardCodes codes)
    : ILetters
{
    public bool CanSend => server.CanSend;

    public ImmutableArray<string> Languages => LetterWords.Languages;

    public string LanguageOf(string locale) => LetterWords.LanguageOf(locale);

    public async Task<LetterOutcome> Send(Shop shop, Order? order, Letter letter, string messageId, CancellationToken cancellation)
    {
        var subject = await About(shop, order, letter, cancellation);
        if (letter.GiftCard is not null && subject.Code is null)
            return LetterOutcome.Refused("The key that the card's code was made with is gone.");
        var receiver = letter.To ?? order?.Customer?.EmailAddress;
        var name = letter.To is null ? order?.Customer?.Name ?? "" : "";
        var message = Envelope.Of(await writer.Write(subject), shop, options.Sender, receiver, name, messageId);
        return message is null
            ? LetterOutcome.Refused("The receiver or the shop has no address that a letter can use.")
            : await server.HandOver(order?.PublicOrderId ?? ShopOutbox.Of(shop.Identifier), message, cancellation);
    }

    public async Task<Result<SentLetter>> Write(Shop shop, Order? order, Letter letter, CancellationToken cancellation) =>
        await writer.TryWrite(await About(shop, order, letter, cancellation));

    public LetterTemplate BuiltIn(LetterKind kind, string language) => LetterWriter.BuiltIn(kind, language);

    public async Task<Result<Shop>> Check(Shop shop, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var order = shop.Letters.Templates.IsEmpty ? null : SampleLetters.Order(shop);
        for (var i = 0; i < shop.Letters.Templates.Length; i++)
        {
            var template = shop.Letters.Templates[i];
            var letter = SampleLetters.Of(template.Kind, order!) with { Language = template.Language };
            var written = await Write(shop, order, letter, cancellation);
            if (written.Succeeded)
                continue;
            var field = $"letters.templates[{i}].{written.Problems[0].Field}";
            problems.Add(TemplateProblem.Of(field, $"{field}: {written.Problems[0].Message}"));
        }

        return problems.Count == 0 ? shop : problems.ToImmutable();
    }

    private async Task<LetterSubject> About(Shop shop, Order? order, Letter letter, CancellationToken cancellation) =>
        new(
            shop,
            order,
            letter,
            LetterWords.LanguageOf(letter.Language ?? shop.Locale),
            order is null ? null : await links.Page(shop.Identifier, order.PublicOrderId, cancellation),
            letter.GiftCard is { } card ? await CodeOf(shop, card, cancellation) : null
        );

    private async Task<string?> CodeOf(Shop shop, LetterGiftCard card, CancellationToken cancellation) =>
        card == SampleLetters.GiftCard with { Amount = card.Amount, Currency = card.Currency }
            ? SampleLetters.Code
            : await codes.Again(shop.Identifier, card.CodeSeed, card.Id, cancellation);
}
