using Checkout.Http.Backend.Letters;
using Checkout.Http.Frame;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Administration.Letters;

/// <summary>The letters of a shop with their templates, to begin own ones from. No storage transaction.</summary>
public sealed class GetLettersEndpoint(ILetters letters) : ISlice
{
    public Task<Reply> Handle(Call call)
    {
        if (!call.HasShop)
            return Task.FromResult<Reply>(LetterAnswers.NoSuchShop());
        var settings = call.Shop.Letters;
        var language = letters.LanguageOf(call.Shop.Locale);
        return Task.FromResult(
            Reply.Of(
                new LettersData(
                    [.. LetterKinds.All.Select(kind => LetterState.Of(kind, settings, letters.BuiltIn(kind, language)))],
                    letters.Languages,
                    language,
                    letters.CanSend
                )
            )
        );
    }
}
