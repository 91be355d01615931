using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Letters;

/// <summary>
/// Puts a letter into the outbox of the order that it is about: it leaves with the commit that makes its fact, is sent by the
/// outbox and never by the caller. Its id follows from the commit and its place in it.
/// </summary>
public static class AskForLetter
{
    /// <summary>The kind of the outbox messages that are letters.</summary>
    public const string Kind = "letter";

    /// <summary>On the order's timeline.</summary>
    public const string Queued = "letter.queued";

    /// <summary>On the timeline in its place where no letter can be sent.</summary>
    public const string NoMailServer = "letter.no_mail_server";

    public static Order Decide(Order order, Letter letter, Occasion occasion) =>
        order
            .Send(
                new OutboxMessage(
                    OutboxMessage.IdOf(order),
                    Kind,
                    LetterKinds.Word(letter.Kind),
                    letter.To is null ? "customer" : "receiver",
                    LetterDocument.Write(letter)
                )
                {
                    CreatedAt = occasion.At,
                }
            )
            .Record(Queued, occasion, letter.Amount, detail: LetterKinds.Word(letter.Kind));
}
