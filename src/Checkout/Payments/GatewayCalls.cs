using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Payments;

/// <summary>Asks the gateway for one written intent, always with the key it was written with.</summary>
public sealed class GatewayCalls(IPaymentGateways gateways)
{
    public Task<GatewayOutcome> Ask(Order order, Shop shop, Payment payment, PaymentTransaction transaction, CancellationToken cancellation)
    {
        if (shop.Gateway(payment.GatewayPublicId) is not { } settings || gateways.Driver(settings.Driver) is not { } driver)
            return Task.FromResult(GatewayOutcome.Declined("gateway_not_available", "The payment gateway is not set up."));
        if (transaction.Kind is TransactionKind.Authorize)
        {
            return driver.Authorize(
                new GatewayAuthorization(
                    settings, order.ShopIdentifier, order.PublicOrderId, payment.Id, transaction.IdempotencyKey, payment.Token, transaction.Amount, transaction.Currency)
                {
                    CustomerEmail = order.Customer?.EmailAddress ?? "",
                    Retain = payment.Retain,
                    IntendedAt = transaction.CreatedAt,
                },
                cancellation);
        }

        var parent = payment.Transactions.First(t => t.Id == transaction.ParentId);
        var movement = new GatewayMovement(
            settings, order.ShopIdentifier, order.PublicOrderId, payment.Id, transaction.IdempotencyKey, parent.GatewayReference ?? "", transaction.Amount, transaction.Currency)
        {
            Token = payment.Token,
        };
        return transaction.Kind switch
        {
            TransactionKind.Capture => driver.Capture(movement, cancellation),
            TransactionKind.Void => driver.Void(movement, cancellation),
            _ => driver.Refund(movement, cancellation),
        };
    }
}
