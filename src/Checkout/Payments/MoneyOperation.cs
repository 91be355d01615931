using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// One call that moves money: what it wants, and the id that all its movements share. The plan for its next
/// movements is worked out from the order each time, so an operation that was cut off goes on where it stopped.
/// </summary>
/// <param name="Id">Derived from the idempotency key or the journal's step where there is one.</param>
public sealed record MoneyOperation(string Id, MoneyOperationKind Kind)
{
    /// <summary>Minor units; null is all there is. Of an authorization: what is to be held in all, before the order costs it.</summary>
    public long? Amount { get; init; }

    /// <summary>The one payment meant; null is all of them, in order.</summary>
    public string? PaymentId { get; init; }

    /// <summary>A used-up or expired authorization may be replaced by a new one.</summary>
    public bool Reauthorize { get; init; }
    public string? Reason { get; init; }

    /// <summary>For the gateway, with every capture or refund of the operation: a JSON object as text.</summary>
    public string? Data { get; init; }

    /// <summary>
    /// Movements that are asked for in one step: each is a row of the commit that writes the intents, which holds a hundred.
    /// </summary>
    public const int MostInAStep = 40;

    /// <summary>The next movements as pending transactions; the same order when there is nothing more to do.</summary>
    /// <remarks>
    /// Refused beside what the kind's own plan refuses: holds or captures that one step cannot ask for (too_many), before any
    /// money moves. What releases or returns money goes on in further steps.
    /// </remarks>
    public Result<Order> Plan(Order order, Occasion occasion, IIdSource ids)
    {
        var planned = PlanAll(order, occasion, ids);
        return planned.Succeeded && IntentsOf(planned.Value) - IntentsOf(order) > MostInAStep
            ? Problem.Order("payments", $"More than {MostInAStep} movements of money would be needed at once.", "too_many")
            : planned;
    }

    /// <summary>
    /// What it asked for of that kind is settled and was as much as one step holds, so that there may be more; true before the first.
    /// </summary>
    internal static bool MayNeedAnotherStep(IReadOnlyCollection<PaymentTransaction> asked) =>
        asked.Count % MostInAStep == 0 && asked.All(t => t.Status is not TransactionStatus.Pending);

    private static int IntentsOf(Order order) => order.Payments.Sum(p => p.Transactions.Length);

    private Result<Order> PlanAll(Order order, Occasion occasion, IIdSource ids) =>
        Kind switch
        {
            MoneyOperationKind.Authorize => AuthorizePayments.Plan(order, this, occasion, ids),
            MoneyOperationKind.Capture => CapturePayments.Plan(order, this, occasion, ids),
            MoneyOperationKind.Void => VoidPayments.Plan(order, this, occasion, ids),
            MoneyOperationKind.Refund => RefundPayments.Plan(order, this, occasion, ids),
            _ => throw new InvalidOperationException($"No plan for {Kind}."),
        };

    /// <summary>What this operation has moved or tried to, oldest first.</summary>
    public IEnumerable<(Payment Payment, PaymentTransaction Transaction)> Movements(Order order) =>
        from payment in order.Payments
        from transaction in payment.Transactions
        where transaction.OperationId == Id
        select (payment, transaction);
}
