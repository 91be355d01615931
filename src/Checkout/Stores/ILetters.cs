using System.Collections.Immutable;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>
/// Writes letters from their templates and hands them to the mail server. Only the outbox and a person who asks for a test call
/// <see cref="Send"/>: whoever has something to tell asks for a letter (<see cref="AskForLetter"/>).
/// </summary>
public interface ILetters
{
    /// <summary>False where this deployment has no mail server: then no letter is put into an outbox.</summary>
    bool CanSend { get; }

    /// <summary>Those that the built-in words are in.</summary>
    ImmutableArray<string> Languages { get; }

    /// <summary>The language of a locale such as fr-CA: fr.</summary>
    string LanguageOf(string locale);

    /// <param name="order">Null for a letter that is about no order.</param>
    /// <param name="messageId">The same for the same letter however often it is sent: the Message-ID follows from it.</param>
    Task<LetterOutcome> Send(Shop shop, Order? order, Letter letter, string messageId, CancellationToken cancellation);

    /// <summary>As it would be sent. Refused: the shop's own template fails, naming its field.</summary>
    Task<Result<SentLetter>> Write(Shop shop, Order? order, Letter letter, CancellationToken cancellation);

    /// <summary>The built-in template of a kind: the same text for every language, with the language's words.</summary>
    LetterTemplate BuiltIn(LetterKind kind, string language);

    /// <summary>Refused: a template of the shop's that does not parse or does not come to its end, naming its field.</summary>
    Task<Result<Shop>> Check(Shop shop, CancellationToken cancellation);
}
