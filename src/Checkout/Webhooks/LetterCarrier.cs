using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// Carries letters to the mail server. What was a fact when the letter was asked for and is none any more is not told: a plugin that
/// answered to a placed order may still have switched its confirmation off, and an abandoned order may have been placed.
/// </summary>
public sealed class LetterCarrier(ILetters letters) : IMessageCarrier
{
    public string Kind => AskForLetter.Kind;

    /// <summary>By shop: a sender's address that the server refuses is one shop's fault and holds up no other.</summary>
    public string Server(Shop shop, OutboxMessage message) => $"mail {shop.Identifier}";

    public string? Unwanted(Shop shop, OutboxMessage message) => null;

    public async Task<Delivery> Carry(Shop shop, Order? order, OutboxMessage message, CancellationToken cancellation)
    {
        if (LetterDocument.Find(message.Payload) is not { } letter)
            return Delivery.Failed("The letter cannot be read.") with { IsFinal = true, IsOfTheMessage = true };
        if (!IsWanted(letter, order))
            return Delivery.Taken;
        var outcome = await letters.Send(shop, order, letter, message.Id, cancellation);
        return outcome.Kind is LetterOutcomeKind.Sent
            ? Delivery.Taken
            : Delivery.Failed(outcome.Reason) with
            {
                IsFinal = outcome.Kind is LetterOutcomeKind.Refused,
                IsOfTheMessage = outcome.Kind is LetterOutcomeKind.Refused,
            };
    }

    private static bool IsWanted(Letter letter, Order? order) =>
        letter.Kind switch
        {
            LetterKind.OrderConfirmation => order is { SendReceipt: true } || letter.IsAskedFor,
            LetterKind.Abandoned => order is { Status: OrderStatus.Open } || letter.IsAskedFor,
            _ => true,
        };
}
