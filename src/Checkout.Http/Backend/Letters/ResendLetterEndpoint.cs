using Checkout.Http.Frame;
using Checkout.Letters;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Backend.Letters;

/// <summary>
/// Sends a letter of an order again (docs/contract/backend.md#letters). Three storage transactions; it leaves beside the answer.
/// </summary>
public sealed class ResendLetterEndpoint(OrderEditor editor, ILetters letters) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<ResendLetterRequest>();
        if (!body.Succeeded)
            return body.Problems;
        if (LetterKinds.Find(body.Value.Kind ?? "") is not { } kind)
            return LetterAnswers.UnknownKind();
        if (LetterAnswers.Refuses(body.Value.Language) is { } language)
            return language;
        if (!letters.CanSend)
            return LetterAnswers.NoMailServer();
        var asked = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) => ResendLetter.Decide(order, kind, body.Value.Language, occasion),
            call.Cancellation
        );
        return Reply.Of(asked, order => new QueuedLetter(LetterKinds.Word(kind), order.Customer!.EmailAddress));
    }
}
