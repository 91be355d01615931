using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Payments;

/// <summary>
/// What became of the confirmation that a gateway asked of the shopper; process_order is called again after it. The
/// answer goes to the card SDK as it is (docs/contract/payments.md#shopper-confirmation).
/// </summary>
public sealed class OnScaEndpoint(ShopperOrder orders, IPaymentGateways gateways) : ISlice
{
    private const string DeclinedOutcome = "declined";

    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<ScaBody>()).Then(body =>
            new Fields()
                .Check(
                    body.PublicOrderId is null || body.PublicOrderId == call.OrderId,
                    "public_order_id",
                    "public_order_id is that of another order."
                )
                .OneOf("outcome", body.Outcome, "confirmed", DeclinedOutcome)
                .Then(() => body)
        );
        if (!read.Succeeded)
            return read.Problems;
        var failed = false;
        var changed = await orders.Change(
            call,
            null,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                if (Waiting(order, read.Value.OrderId) is not var (payment, transaction))
                    return Problem.Order("payment", "No payment waits for a confirmation.", "payment");
                var outcome = await Confirm(order, shop, payment, transaction, read.Value.Outcome == DeclinedOutcome, cancellation);
                failed = outcome.Kind is GatewayOutcomeKind.Declined;
                return SettleTransaction.Decide(order, payment.Id, transaction.Id, outcome, occasion);
            }
        );
        if (!changed.Succeeded)
            return changed.Problems;
        return failed
            ? Reply.Refused([Problem.Order("payment", "The payment was not confirmed.", "payment")], StateOnly.Of(changed.Value))
            : Reply.Of(
                new ScaAnswer(
                    Waiting(changed.Value, read.Value.OrderId) is null ? "COMPLETED" : "PENDING",
                    ApplicationState.Of(changed.Value)
                )
            );
    }

    /// <summary>The one that the client secret names; without one, the only one there is.</summary>
    private static (Payment Payment, PaymentTransaction Transaction)? Waiting(Order order, string? secret)
    {
        foreach (var payment in order.Payments)
        foreach (var transaction in payment.Transactions)
            if (
                transaction.Status is TransactionStatus.NeedsAction
                && (string.IsNullOrEmpty(secret) || secret == transaction.ClientSecret || secret == transaction.GatewayReference)
            )
                return (payment, transaction);
        return null;
    }

    private async Task<GatewayOutcome> Confirm(
        Order order,
        Shop shop,
        Payment payment,
        PaymentTransaction transaction,
        bool declined,
        CancellationToken cancellation
    )
    {
        if (shop.Gateway(payment.GatewayPublicId) is not { } settings || gateways.Driver(settings.Driver) is not { } driver)
            return GatewayOutcome.Unknown("The payment gateway is not set up.");
        return await driver.Confirm(
            new GatewayConfirmation(
                settings,
                order.ShopIdentifier,
                order.PublicOrderId,
                payment.Id,
                transaction.IdempotencyKey,
                transaction.GatewayReference ?? ""
            )
            {
                ByShopper = !declined,
                IsGivenUp = declined,
            },
            cancellation
        );
    }
}

/// <param name="OrderId">The clientSecretToken of process_order, or the wallet's own order id.</param>
/// <param name="Outcome">declined when the shopper refused.</param>
public sealed record ScaBody(string? OrderId, string? PublicOrderId, string? GatewayType, string? Outcome);

public sealed record ScaAnswer(string Status, ApplicationState ApplicationState);
