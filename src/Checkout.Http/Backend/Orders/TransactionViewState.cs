using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Orders;

/// <summary>One movement of a payment's money.</summary>
/// <param name="Kind">authorize, capture, void or refund.</param>
/// <param name="Status">pending, succeeded, failed or needs_action.</param>
/// <param name="Amount">Minor units, positive.</param>
/// <param name="At">When its outcome was learned; when it began, while there is none.</param>
/// <param name="Reference">The transaction's number in answers, webhooks and timeline: the gateway's id, or <c>id</c> where it gave
/// none.</param>
/// <param name="Reason">Why it failed or was made; null when nobody said.</param>
public sealed record TransactionViewState(
    string Id,
    [property: WordsOf(typeof(MovementKinds))] string Kind,
    [property: WordsOf(typeof(MovementStatuses))] string Status,
    long Amount,
    DateTimeOffset At,
    string Reference,
    string? Reason
)
{
    public static TransactionViewState Of(PaymentTransaction transaction) =>
        new(
            transaction.Id,
            MoneyWords.Of(transaction.Kind),
            MoneyWords.Of(transaction.Status),
            transaction.Amount,
            transaction.SettledAt ?? transaction.CreatedAt,
            transaction.GatewayReference ?? transaction.Id,
            transaction.FailureMessage ?? transaction.FailureCode ?? transaction.Reason
        );
}
