using Checkout.Addresses;
using Checkout.Http.Backend.Letters;
using Checkout.Http.Frame;
using Checkout.Letters;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Administration.Letters;

/// <summary>Sends a sample of a letter at once, to see that it arrives. No storage transaction.</summary>
public sealed class TestLetterEndpoint(ILetters letters, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        if (!call.HasShop)
            return LetterAnswers.NoSuchShop();
        if (LetterKinds.Find(call.Route(AdministrationRoutes.Kind)) is not { } kind)
            return LetterAnswers.UnknownKind();
        var body = await call.Read<TestLetterRequest>();
        if (!body.Succeeded)
            return body.Problems;
        if (!EmailAddresses.IsWellFormed(body.Value.EmailAddress))
            return Problem.Invalid("email_address", "email_address must be an e-mail address.", "malformed");
        if (LetterAnswers.Refuses(body.Value.Language) is { } language)
            return language;
        if (!letters.CanSend)
            return LetterAnswers.NoMailServer();
        var order = SampleLetters.Order(call.Shop);
        var letter = SampleLetters.Of(kind, order) with { To = body.Value.EmailAddress, Language = body.Value.Language };
        var outcome = await letters.Send(call.Shop, order, letter, ids.Ulid(), call.Cancellation);
        return outcome.Kind is LetterOutcomeKind.Sent
            ? Reply.Of(new TestedLetter(LetterKinds.Word(kind), body.Value.EmailAddress!))
            : Problem.Order("email_address", outcome.Reason, "letter_refused");
    }
}
