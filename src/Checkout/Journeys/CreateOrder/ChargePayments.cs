using System.Collections.Immutable;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Charges what authorize_payments placed holds on, with a new hold for one that has expired since.</summary>
public sealed class ChargePayments(PaymentProcessor processor) : ICreateOrderCommand
{
    public string Name => "charge_payments";

    public ImmutableArray<Problem> Check(Order order) => [.. Missing.EmailAddress(order), .. Missing.BillingAddress(order)];

    public async Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation)
    {
        var operation = new MoneyOperation(run.OperationId, MoneyOperationKind.Capture) { Reauthorize = true };
        if (CapturePayments.Outstanding(run.Session.Order) == 0 && !operation.Movements(run.Session.Order).Any())
            return run.Session.Order;
        if (!run.Session.Order.Payments.Any(CapturePayments.WasAuthorized))
            return Problem.Order("payments", "No payment is authorized: authorize_payments comes before charge_payments.", "payment");
        var ran = await processor.Run(run.Session, run.Shop, operation, CommandRun.Actor, answer: null, cancellation);
        if (!ran.Succeeded)
            return ran;
        var refused = CapturePayments.Refused(run.Session.Order, operation).ToImmutableArray();
        return refused.IsEmpty ? ran : refused;
    }
}
