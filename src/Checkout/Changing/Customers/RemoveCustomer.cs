using Checkout.Orders;

namespace Checkout.Changing.Customers;

/// <summary>
/// Takes the customer off the order, and the saved payment methods that were offered: they pay for that customer alone.
/// One that holds money already stays until it is voided. Error: the order is processed.
/// </summary>
public static class RemoveCustomer
{
    public static Result<Order> Decide(Order order, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (order.Customer is null)
            return order;
        var saved = order.Payments.Where(payment => payment is { PublicPaymentMethodId: not null, Transactions.IsEmpty: true }).ToList();
        var left = (order with { Customer = null, Payments = order.Payments.RemoveRange(saved) }).Record("customer.removed", occasion);
        return saved.Aggregate(left, (state, payment) => state.Record("payment.removed", occasion, paymentId: payment.Id));
    }
}
