using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Letters;

/// <summary>
/// Sends a letter of an order once more, because a person asked for it: with what the order says by now, whatever the shop or a plugin
/// switched off. Refused: what the letter would tell is not so.
/// </summary>
public static class ResendLetter
{
    /// <param name="language">en, fr, …; null is the shop's.</param>
    public static Result<Order> Decide(Order order, LetterKind kind, string? language, Occasion occasion)
    {
        if (order.Customer is not { IsReachable: true })
            return Problem.Order("email_address", "The order has no e-mail address.", "no_email_address");
        return Facts(order, kind) is { } letter
            ? AskForLetter.Decide(order, letter with { IsAskedFor = true, Language = language }, occasion)
            : Problem.Order("kind", $"There is nothing that a letter {LetterKinds.Word(kind)} could tell of this order.", "letter_not_due");
    }

    private static Letter? Facts(Order order, LetterKind kind) =>
        kind switch
        {
            LetterKind.OrderConfirmation when order.ProcessedAt is not null => new Letter(kind),
            LetterKind.Shipped when order.Shipments is [.., var newest] => LettersDue.Of(newest, order),
            LetterKind.Refunded when order.Payments.Sum(p => p.Refunded) is > 0 and var refunded => new Letter(kind)
            {
                Amount = refunded,
                Lines = Units(order, line => line.RestockedQuantity),
            },
            LetterKind.Canceled when order.Status is OrderStatus.Canceled => new Letter(kind),
            LetterKind.PaymentFailed when order.Payments.Any(LettersDue.HasFailedCapture) => new Letter(kind),
            LetterKind.Abandoned when order.Status is OrderStatus.Open => new Letter(kind),

            // The code of a gift card is known to its receiver alone.
            _ => null,
        };

    private static ImmutableArray<LetterLine> Units(Order order, Func<LineItem, int> moved) =>
        [.. order.LineItems.Select(line => new LetterLine(line.Key, moved(line))).Where(line => line.Quantity > 0)];
}
