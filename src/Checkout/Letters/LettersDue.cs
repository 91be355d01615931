using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Letters;

/// <summary>
/// The letters that follow from a commit by themselves (docs/mail.md#letters). The confirmation follows from the one step that makes an
/// order final, whatever door it comes through, so there is one for each order.
/// </summary>
public static class LettersDue
{
    /// <param name="previous">Null when the order is new.</param>
    public static ImmutableArray<Letter> Between(Order? previous, Order next, LetterSettings settings) =>
        next.SendReceipt && next.Customer is { IsReachable: true } && !IsPart(previous, next)
            ? [.. Facts(previous, next).Where(letter => !settings.Disabled.Contains(letter.Kind))]
            : [];

    /// <summary>
    /// A letter may lie in the outbox of an order that was placed, when its shopper can be written to or it has gift cards, whose
    /// receivers have addresses of their own.
    /// </summary>
    public static bool MayWait(Order order) =>
        order.ProcessedAt is not null && (order.Customer is { IsReachable: true } || !order.Certificates.IsEmpty);

    /// <summary>The shopper was told of the whole order when it was placed.</summary>
    private static bool IsPart(Order? previous, Order next) => previous is null && next.SplitFrom is not null;

    private static IEnumerable<Letter> Facts(Order? previous, Order next)
    {
        if (next.AbandonedAt is not null && previous?.AbandonedAt is null)
            yield return new Letter(LetterKind.Abandoned);
        if (Becomes(OrderStatus.Processed, previous, next))
            yield return new Letter(LetterKind.OrderConfirmation);
        if (next is { ProcessedAt: not null, Status: OrderStatus.Processed } && previous is not null && FailsFirst(previous, next))
            yield return new Letter(LetterKind.PaymentFailed);
        if (next.Status is OrderStatus.Processed && previous is not null && NewShipment(previous, next) is { } shipment)
            yield return Of(shipment, next);

        // An order that was never placed was never confirmed, so its end is no news.
        if (next.ProcessedAt is not null && Becomes(OrderStatus.Canceled, previous, next))
            yield return new Letter(LetterKind.Canceled);
    }

    private static bool Becomes(OrderStatus status, Order? previous, Order next) => next.Status == status && previous?.Status != status;

    /// <summary>One letter for a payment, however often it is tried.</summary>
    private static bool FailsFirst(Order previous, Order next) =>
        next.Payments.Any(payment =>
            HasFailedCapture(payment) && !(previous.Payment(payment.Id) is { } before && HasFailedCapture(before))
        );

    internal static bool HasFailedCapture(Payment payment) =>
        payment.Transactions.Any(t => t is { Kind: TransactionKind.Capture, Status: TransactionStatus.Failed });

    /// <summary>A decision adds one shipment at most. Null when none is new, or when it holds nothing that is sent.</summary>
    private static Shipment? NewShipment(Order previous, Order next) =>
        next.Shipments is [.., var newest]
        && (next.Shipments.Length > previous.Shipments.Length || newest.ShippedAt != previous.Shipments[^1].ShippedAt)
        && newest.Lines.Any(line => next.Line(line.LineItemKey) is { RequiresShipping: true })
            ? newest
            : null;

    /// <summary>The letter of a shipment.</summary>
    internal static Letter Of(Shipment shipment, Order order) =>
        new(LetterKind.Shipped)
        {
            Lines =
            [
                .. shipment
                    .Lines.Where(line => order.Line(line.LineItemKey) is { RequiresShipping: true })
                    .Select(line => new LetterLine(line.LineItemKey, line.Quantity)),
            ],
            Tracking = shipment.Tracking == Tracking.None ? null : shipment.Tracking,
        };
}
