using System.Collections.Immutable;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Tests.Webhooks;

/// <summary>A mail server of a test: what it was handed over, and what it answers.</summary>
internal sealed class MailBox : ILetters
{
    public List<(string MessageId, Letter Letter, Order? Order)> Handed { get; } = [];

    public Func<LetterOutcome> Answers { get; set; } = () => LetterOutcome.Sent;

    public bool CanSend { get; set; } = true;

    public ImmutableArray<string> Languages => [];

    public string LanguageOf(string locale) => locale;

    public Task<LetterOutcome> Send(Shop shop, Order? order, Letter letter, string messageId, CancellationToken cancellation)
    {
        Handed.Add((messageId, letter, order));
        return Task.FromResult(Answers());
    }

    public Task<Result<SentLetter>> Write(Shop shop, Order? order, Letter letter, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public LetterTemplate BuiltIn(LetterKind kind, string language) => throw new NotSupportedException();

    public Task<Result<Shop>> Check(Shop shop, CancellationToken cancellation) => Task.FromResult<Result<Shop>>(shop);
}
