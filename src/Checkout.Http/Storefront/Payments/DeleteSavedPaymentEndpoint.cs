using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Storefront.Payments;

/// <summary>Forgets a method that the order's customer has saved: the order says whose it is, and the method is a row of its own.</summary>
public sealed class DeleteSavedPaymentEndpoint(ShopperOrder orders, ICustomerStore customers) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await orders.Read(call);
        if (!order.Succeeded)
            return order.Problems;
        return
            order.Value.Customer is { IsAuthenticated: true, PublicId: { } publicId } customer
            && await customers.Forget(
                call.ShopIdentifier,
                publicId,
                customer.KnownPlatformId,
                call.Route(StorefrontRoutes.PublicId),
                call.Cancellation
            )
            ? Reply.Of(StateOnly.Of(order.Value))
            : Problem.Invalid("public_id", "The customer has no such saved payment method.", "payment");
    }
}

/// <summary>Takes a payment off the order, voiding what it holds. That is three more storage transactions, and a gateway call.</summary>
public sealed class RemovePayment(ShopperOrder orders, MoneyCalls money)
{
    public async Task<Result<Order>> Run(Call call, string token, string? type = null)
    {
        string? holding = null;
        var removed = await orders.Change(call, Decide);
        if (removed.Succeeded || holding is null || orders.IsBatch)
            return removed;
        var voided = await money.Run(
            call.ShopIdentifier,
            call.OrderId,
            new MoneyRequest(MoneyOperationKind.Void)
            {
                PaymentId = holding,
                Actor = call.Actor,
                Reason = "The shopper took the payment off.",
            },
            call.Cancellation
        );
        return voided.Succeeded ? await orders.Change(call, Decide) : voided.Cast<Order>();

        Result<Order> Decide(Order order, Shop shop, Occasion occasion)
        {
            var payment = AddPayment.Find(order, token);
            if (order.ClosedBecause is null && type is not null && payment is not null && payment.Type != type)
                return Problem.Invalid("id", "The payment is no gift card.", "payment") with { Kind = ProblemKind.NoSuchPart };
            holding = order.ClosedBecause is null && payment is not null && AddPayment.Holds(payment) ? payment.Id : null;
            return AddPayment.Remove(order, token, occasion);
        }
    }
}
