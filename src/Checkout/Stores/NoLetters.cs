using System.Collections.Immutable;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>What a host without letters uses: none can be sent, and none is put into an outbox.</summary>
public sealed class NoLetters : ILetters
{
    public bool CanSend => false;

    public ImmutableArray<string> Languages => [];

    public string LanguageOf(string locale) => locale;

    public Task<LetterOutcome> Send(Shop shop, Order? order, Letter letter, string messageId, CancellationToken cancellation) =>
        Task.FromResult(LetterOutcome.Refused("This host sends no letters."));

    public Task<Result<SentLetter>> Write(Shop shop, Order? order, Letter letter, CancellationToken cancellation) =>
        Task.FromResult<Result<SentLetter>>(Problem.NotFound("This host writes no letters."));

    public LetterTemplate BuiltIn(LetterKind kind, string language) => new() { Kind = kind, Language = language };

    public Task<Result<Shop>> Check(Shop shop, CancellationToken cancellation) => Task.FromResult<Result<Shop>>(shop);
}
