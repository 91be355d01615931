using System.Collections.Immutable;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Places holds for the order's total on its payments.</summary>
public sealed class AuthorizeOrderPayments(PaymentProcessor processor) : ICreateOrderCommand
{
    public string Name => "authorize_payments";

    public ImmutableArray<Problem> Check(Order order) =>
        [.. Missing.EmailAddress(order), .. Missing.BillingAddress(order), .. Missing.PartsOfAddresses(order)];

    public async Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation)
    {
        var operation = new MoneyOperation(run.OperationId, MoneyOperationKind.Authorize);
        var ran = await processor.Run(run.Session, run.Shop, operation, CommandRun.Actor, answer: null, cancellation);
        if (!ran.Succeeded)
            return ran;
        var unplaced = AuthorizePayments.Unplaced(run.Session.Order, operation).ToImmutableArray();
        return unplaced.IsEmpty ? ran : unplaced;
    }
}
